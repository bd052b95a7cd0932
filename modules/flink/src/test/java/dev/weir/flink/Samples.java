// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Answers of real Flinks, or of none, as a source of documents: of a 2.3.0, or of the version that
 * the name of a sample begins with, {@code 1.15.4/tm}.
 */
public final class Samples implements Document.Source {
  public static final Instant TAKEN_AT = Instant.parse("2026-11-22T05:03:46Z");

  private final Map<String, byte[]> answers;

  public Samples() {
    this(Map.of());
  }

  /** Of answers by their paths. */
  public Samples(Map<String, byte[]> answers) {
    this.answers = new HashMap<>(answers);
  }

  public static byte[] bytes(String sample) {
    String name = sample.contains("/") ? sample : "2.3.0/" + sample;
    try (InputStream in = Samples.class.getResourceAsStream(name + ".json")) {
      return Objects.requireNonNull(in, sample).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the document is when Flink answers with the sample. */
  public static <T> T read(Document<T> document, String sample) {
    return new Samples().with(document, sample).read(document).join().value();
  }

  /** What the document is when Flink answers with the JSON. */
  public static <T> T readJson(Document<T> document, String json) {
    return new Samples().withJson(document, json).read(document).join().value();
  }

  public Samples withJson(Document<?> document, String json) {
    answers.put(document.key(), json.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Samples with(Document<?> document, String sample) {
    answers.put(document.key(), bytes(sample));
    return this;
  }

  @Override
  public Secrets secrets() {
    return Secrets.OF_FLINK;
  }

  @Override
  public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    byte[] answer = answers.get(path);
    if (answer == null) {
      return CompletableFuture.failedFuture(
          new ClusterException(ClusterException.Reason.NOT_FOUND, "Nothing at " + path + "."));
    }
    return reader
        .begin(answer.length)
        .read(BufferedBody.of(List.of(ByteBuffer.wrap(answer))))
        .thenApply(value -> new Reading<>(value, TAKEN_AT, answer.length))
        .exceptionallyCompose(
            thrown ->
                CompletableFuture.failedFuture(
                    new ClusterException(
                        ClusterException.Reason.UNEXPECTED_ANSWER, "Not Flink's.", thrown)));
  }
}
