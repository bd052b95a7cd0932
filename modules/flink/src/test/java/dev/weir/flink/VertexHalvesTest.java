package dev.weir.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    Received answer = arrived(vertex(subtasks(MANY)), pieceBytes);

    assertThat(answer.halves().isCut()).isTrue();
    VertexResponse read = answer.halves().read().join();
    assertThat(read).isEqualTo(whole(answer));
    assertThat(read.name()).isEqualTo("Source: {\"subtask\":,{\"subtask\":1}");
    assertThat(read.subtasks())
        .extracting(SubtaskResponse::subtask)
        .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
  }

  @Test
  void theFirstIsReadWhileTheSecondHasYetToArrive() {
    List<ByteBuffer> pieces = pieces(vertex(subtasks(MANY)), 16384);
    VertexHalves halves = VertexHalves.of(Received.of(pieces).size());

    pieces.subList(0, pieces.size() / 2 - 1).forEach(halves::add);
    assertThat(halves.isCut()).isFalse();
    pieces.subList(pieces.size() / 2 - 1, pieces.size() / 2 + 1).forEach(halves::add);

    assertThat(halves.isCut()).isTrue();
  }

  @Test
  void aSmallVertexIsReadInOne() {
    Received answer = arrived(vertex(subtasks(40)), 16384);

    assertThat(answer.halves()).isNull();
    assertThat(read(answer).subtasks()).hasSize(40);
  }

  @Test
  void otherAttemptsOfASubtaskAreNotTakenForSubtasks() {
    Received answer =
        arrived(
            vertex(
                subtasks(3)
                    + ",{\"subtask\":3,\"attempt\":7,\"other-concurrent-attempts\":["
                    + subtasks(MANY)
                    + "]},{\"subtask\":4}"),
            16384);

    assertThat(answer.halves().isCut()).isTrue();
    assertThat(read(answer)).isEqualTo(whole(answer));
    assertThat(read(answer).subtasks()).hasSize(5);
  }

  @Test
  void whereNoSubtaskSeemsToBeginItIsReadInOne() {
    Received answer = arrived(vertex(subtasks(MANY)), 7);

    assertThat(answer.halves().isCut()).isFalse();
    assertThat(read(answer).subtasks()).hasSize(MANY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3000, 1_200_000})
  void anAnswerThatBreaksOffIsNone(int missing) {
    byte[] json = vertex(subtasks(MANY)).getBytes(UTF_8);
    Received answer = arrived(new String(json, 0, json.length - missing, UTF_8), 16384);

    assertThatThrownBy(() -> read(answer)).hasRootCauseInstanceOf(IOException.class);
  }

  private static VertexResponse read(Received answer) {
    return FlinkJson.read(answer, VertexResponse.class).join();
  }

  private static VertexResponse whole(Received answer) {
    return FlinkJson.whole(answer, VertexResponse.class).join();
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

  private static Received arrived(String json, int pieceBytes) {
    List<ByteBuffer> pieces = pieces(json, pieceBytes);
    long bytes = Received.of(pieces).size();
    VertexHalves halves = FlinkJson.halves(VertexResponse.class, bytes);
    if (halves != null) {
      pieces.forEach(halves::add);
    }
    return new Received(pieces, bytes, halves);
  }

  private static List<ByteBuffer> pieces(String json, int bytes) {
    byte[] all = json.getBytes(UTF_8);
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int at = 0; at < all.length; at += bytes) {
      pieces.add(ByteBuffer.wrap(all, at, Math.min(bytes, all.length - at)));
    }
    return pieces;
  }
}
