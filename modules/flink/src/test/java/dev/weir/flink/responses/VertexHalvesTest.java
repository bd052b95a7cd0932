// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.BodyReader;
import dev.weir.flink.BufferedBody;
import dev.weir.flink.json.FlinkJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VertexHalvesTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {100, 4096, 16384})
  void twoHalvesMakeTheWhole(int pieceBytes) {
    Read read = read(vertex(subtasks(MANY)), pieceBytes);

    assertThat(read.wasCut()).isTrue();
    assertThat(read.value()).isEqualTo(read.inOne());
    assertThat(read.value().name()).isEqualTo("Source: {\"subtask\":,{\"subtask\":1}");
    assertThat(read.value().subtasks())
        .extracting(SubtaskResponse::subtask)
        .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
  }

  @Test
  void theFirstIsReadWhileTheSecondHasYetToArrive() {
    List<ByteBuffer> pieces = pieces(vertex(subtasks(MANY)), 16384);
    VertexHalves halves = (VertexHalves) VertexHalves.READER.begin(BufferedBody.of(pieces).size());

    pieces.subList(0, pieces.size() / 2 - 1).forEach(halves::add);
    assertThat(halves.isCut()).isFalse();
    pieces.subList(pieces.size() / 2 - 1, pieces.size() / 2 + 1).forEach(halves::add);

    assertThat(halves.isCut()).isTrue();
  }

  @Test
  void aSmallVertexIsReadInOne() {
    Read read = read(vertex(subtasks(40)), 16384);

    assertThat(read.wasCut()).isFalse();
    assertThat(read.value().subtasks()).hasSize(40);
  }

  @Test
  void otherAttemptsOfASubtaskAreNotTakenForSubtasks() {
    Read read =
        read(
            vertex(
                subtasks(3)
                    + ",{\"subtask\":3,\"attempt\":7,\"other-concurrent-attempts\":["
                    + subtasks(MANY)
                    + "]},{\"subtask\":4}"),
            16384);

    assertThat(read.wasCut()).isTrue();
    assertThat(read.value()).isEqualTo(read.inOne());
    assertThat(read.value().subtasks()).hasSize(5);
  }

  @Test
  void whereNoSubtaskSeemsToBeginItIsReadInOne() {
    Read read = read(vertex(subtasks(MANY)), 7);

    assertThat(read.wasCut()).isFalse();
    assertThat(read.value().subtasks()).hasSize(MANY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3000, 1_200_000})
  void anAnswerThatBreaksOffIsNone(int missing) {
    byte[] json = vertex(subtasks(MANY)).getBytes(UTF_8);
    String broken = new String(json, 0, json.length - missing, UTF_8);

    assertThatThrownBy(() -> read(broken, 16384)).hasRootCauseInstanceOf(IOException.class);
  }

  private static Read read(String json, int pieceBytes) {
    List<ByteBuffer> pieces = pieces(json, pieceBytes);
    BufferedBody whole = BufferedBody.of(pieces);
    BodyReader.Arrival<VertexResponse> arrival = VertexHalves.READER.begin(whole.size());
    pieces.forEach(arrival::add);
    return new Read(
        arrival.read(whole).join(),
        FlinkJson.whole(whole, VertexResponse.class).join(),
        arrival instanceof VertexHalves halves && halves.isCut());
  }

  private static String vertex(String subtasks) {
    return """
    {"id":"cbc357ccb763df2852fee8c4fc7d55f2","name":"Source: {\\"subtask\\":,{\\"subtask\\":1}",\
    "parallelism":3000,"maxParallelism":3000,"now":1795323827575,"subtasks":[%s],\
    "aggregated":{"metrics":{"write-records":{"min":1}},"status-duration":{"RUNNING":{"min":1}}}}"""
        .formatted(subtasks);
  }

  private static String subtasks(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            """
            {"subtask":%d,"status":"RUNNING","attempt":0,"endpoint":"localhost:39557",\
            "start-time":1795323820869,"end-time":-1,"duration":356,"metrics":{"read-bytes":7},\
            "taskmanager-id":"de741ead","other-concurrent-attempts":[]}"""
                ::formatted)
        .collect(joining(","));
  }

  private static List<ByteBuffer> pieces(String json, int bytes) {
    byte[] all = json.getBytes(UTF_8);
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int at = 0; at < all.length; at += bytes) {
      pieces.add(ByteBuffer.wrap(all, at, Math.min(bytes, all.length - at)));
    }
    return pieces;
  }

  private record Read(VertexResponse value, VertexResponse inOne, boolean wasCut) {}
}
