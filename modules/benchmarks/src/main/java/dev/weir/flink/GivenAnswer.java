package dev.weir.flink;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.model.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One answer of Flink's as the source of documents, read as the client of Flink reads it. */
public final class GivenAnswer implements Document.Source {
  private static final ObjectMapper JSON = FlinkJson.mapper();

  private final byte[] answer;

  /** Every path answers with that JSON. */
  public GivenAnswer(byte[] answer) {
    this.answer = answer.clone();
  }

  @Override
  public <R> CompletableFuture<Reading<R>> get(String path, Class<R> shape) {
    try {
      return CompletableFuture.completedFuture(
          new Reading<>(JSON.readValue(answer, shape), Instant.EPOCH, answer.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Secrets secrets() {
    return Secrets.OF_FLINK;
  }

  @Override
  public <T> CompletableFuture<Reading<T>> read(Document<T> other) {
    return other.read(this);
  }
}
