// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One answer of Flink's as the source of documents, read as the client of Flink reads it. */
public final class GivenAnswer implements Document.Source {
  /** As long as those that come off a connection. */
  private static final int PIECE = 16 << 10;

  private final List<ByteBuffer> pieces = new ArrayList<>();

  /** Every path answers with that JSON. */
  public GivenAnswer(byte[] json) {
    for (int at = 0; at < json.length; at += PIECE) {
      pieces.add(ByteBuffer.wrap(json, at, Math.min(PIECE, json.length - at)));
    }
  }

  @Override
  public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    BufferedBody answer = BufferedBody.of(pieces);
    BodyReader.Arrival<R> arrival = reader.begin(answer.size());
    pieces.forEach(arrival::add);
    return arrival
        .read(answer)
        .thenApply(value -> new Reading<>(value, Instant.EPOCH, answer.size()));
  }

  @Override
  public Secrets secrets() {
    return Secrets.OF_FLINK;
  }
}
