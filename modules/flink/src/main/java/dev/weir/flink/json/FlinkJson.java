// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.flink.BodyReader;
import dev.weir.flink.BufferedBody;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.raw.RawJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Parses Flink's JSON leniently: unknown members are ignored; unreadable ones are null, 0 or left
 * out ({@link LenientRecord}). The length of the body and the heap limit what is parsed.
 */
public final class FlinkJson {
  /** Each level takes memory; Flink's own answers have about ten. */
  private static final int MAX_DEPTH = 10_000;

  private static final int MIN_TEXT = 1 << 20;
  private static final long MIN_TOKENS = 1 << 17;

  public static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints()).build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
          .addModule(LenientScalars.module())
          .addHandler(new Skipping())
          .build();

  private FlinkJson() {}

  /**
   * How much of the heap one answer may become: a token takes up to some 50 bytes of it, and a text
   * of one letter to a byte several times its length while it is read.
   */
  private static StreamReadConstraints constraints() {
    long heap = Runtime.getRuntime().maxMemory();
    int longest = (int) Math.min(Integer.MAX_VALUE, Math.max(MIN_TEXT, heap / 64));
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxNameLength(longest)
        .maxNumberLength(longest)
        .maxStringLength(longest)
        .maxTokenCount(Math.max(MIN_TOKENS, heap / 128))
        .build();
  }

  /** A reader that parses the answer after its last byte. */
  public static <R> BodyReader<R> reader(Class<R> shape) {
    return bytes -> new Whole<>(shape);
  }

  /**
   * Parses a complete answer on this thread.
   *
   * @return fails with an {@link IOException} if the answer does not have the shape
   */
  public static <R> CompletableFuture<R> whole(BufferedBody answer, Class<R> shape) {
    try {
      R value = MAPPER.readValue(answer.stream(), shape);
      return value == null
          ? CompletableFuture.failedFuture(new IOException("Not a " + shape.getSimpleName()))
          : CompletableFuture.completedFuture(value);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          e instanceof StreamConstraintsException
                  || e.getCause() instanceof StreamConstraintsException
              ? tooMuch(e)
              : e);
    }
  }

  private static ClusterException tooMuch(IOException cause) {
    return new ClusterException(
        Reason.UNEXPECTED_ANSWER,
        "The cluster's answer has more values, longer texts or deeper levels than this server has"
            + " memory for.",
        cause);
  }

  /** A reader that keeps the answer as it is, if it is one JSON object or array. */
  public static BodyReader<RawJson> raw() {
    return bytes -> RawArrival.INSTANCE;
  }

  private enum RawArrival implements BodyReader.Arrival<RawJson> {
    INSTANCE;

    @Override
    public void add(ByteBuffer piece) {
      // Nothing is read before the end.
    }

    @Override
    public CompletableFuture<RawJson> read(BufferedBody whole) {
      byte[] bytes = whole.bytes();
      try (JsonParser json = MAPPER.createParser(bytes)) {
        JsonToken first = json.nextToken();
        json.skipChildren();
        return first != null && first.isStructStart() && json.nextToken() == null
            ? CompletableFuture.completedFuture(new RawJson(bytes))
            : CompletableFuture.failedFuture(new IOException("Neither an object nor an array"));
      } catch (StreamConstraintsException e) {
        return CompletableFuture.failedFuture(tooMuch(e));
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  private record Whole<R>(Class<R> shape) implements BodyReader.Arrival<R> {
    @Override
    public void add(ByteBuffer piece) {
      // Nothing is read before the end.
    }

    @Override
    public CompletableFuture<R> read(BufferedBody whole) {
      return FlinkJson.whole(whole, shape);
    }
  }

  /** Passes over a list, or what should be one, that is of another type. */
  private static final class Skipping extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType type,
        JsonToken token,
        JsonParser json,
        @Nullable String message)
        throws IOException {
      json.skipChildren();
      return null;
    }
  }
}
