// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.responses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.flink.BodyReader;
import dev.weir.flink.BufferedBody;
import dev.weir.flink.json.FlinkJson;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vertex of many subtasks by two threads: one begins when half of it has arrived, the other
 * when all has. The text is cut where a subtask seems to begin, and each half made a vertex again,
 * by an end for the first and by a beginning for the second.
 *
 * <p>What looks like a subtask may lie deeper, as the other attempts of one do. Then the end does
 * not end the first half, so that it cannot be read: the whole has to be, in one.
 */
public final class VertexHalves implements BodyReader.Arrival<VertexResponse> {
  /** Below that, another thread costs more than it saves. */
  private static final int WORTH_TWO_THREADS = 256 << 10;

  /** In JSON, this is never inside of a string: the quotes would be escaped. */
  private static final String BETWEEN_SUBTASKS = ",{\"subtask\":";

  private static final ByteBuffer END = ByteBuffer.wrap("]}".getBytes(US_ASCII));
  private static final ByteBuffer BEGINNING = ByteBuffer.wrap("{\"subtasks\":[".getBytes(US_ASCII));

  private static final BodyReader<VertexResponse> IN_ONE = FlinkJson.reader(VertexResponse.class);

  /** Reads a large vertex in two halves, a small one in one. */
  public static final BodyReader<VertexResponse> READER =
      bytes -> bytes < WORTH_TWO_THREADS ? IN_ONE.begin(bytes) : new VertexHalves(bytes / 2);

  private final long half;
  private List<ByteBuffer> pieces = new ArrayList<>();
  private long arrived;
  private @Nullable CompletableFuture<VertexResponse> first;

  private VertexHalves(long half) {
    this.half = half;
  }

  /** Takes in what has arrived, and begins to read once that is half of it. */
  @Override
  public void add(ByteBuffer piece) {
    arrived += piece.remaining();
    int comma = first != null || arrived < half ? -1 : endOfSubtask(piece);
    if (comma < 0) {
      pieces.add(piece);
    } else {
      ByteBuffer both = piece.slice();
      pieces.add(both.slice(0, comma));
      pieces.add(END);
      first = CompletableFuture.completedFuture(pieces).thenComposeAsync(VertexHalves::vertex);
      pieces = new ArrayList<>(List.of(BEGINNING, both.position(comma + 1).slice()));
    }
  }

  private static int endOfSubtask(ByteBuffer piece) {
    return ISO_8859_1.decode(piece.duplicate()).toString().indexOf(BETWEEN_SUBTASKS);
  }

  /** Whether there are two of them. */
  boolean isCut() {
    return first != null;
  }

  @Override
  public CompletableFuture<VertexResponse> read(BufferedBody whole) {
    return first == null
        ? inOne(whole)
        : first
            .thenCombine(vertex(pieces), VertexResponse::followedBy)
            .exceptionallyCompose(thrown -> inOne(whole));
  }

  private static CompletableFuture<VertexResponse> inOne(BufferedBody whole) {
    return FlinkJson.whole(whole, VertexResponse.class);
  }

  private static CompletableFuture<VertexResponse> vertex(List<ByteBuffer> pieces) {
    return inOne(BufferedBody.of(pieces));
  }
}
