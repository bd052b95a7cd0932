package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads Flink's JSON leniently: what we do not know is passed over, what cannot be read is null, 0
 * or left out ({@link LenientRecord}). Nothing but {@link LimitedBody} limits what is read.
 */
final class FlinkJson {
  /** Each level takes memory; Flink's own answers have about ten. */
  private static final int MAX_DEPTH = 10_000;

  private static final StreamReadConstraints AS_LARGE_AS_THE_ANSWER =
      StreamReadConstraints.builder()
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxNestingDepth(MAX_DEPTH)
          .build();

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().streamReadConstraints(AS_LARGE_AS_THE_ANSWER).build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
          .addModule(LenientScalars.module())
          .addHandler(new Skipping())
          .build();

  private FlinkJson() {}

  /** An answer in Flink's shape; fails with an {@link IOException} if it does not have it. */
  static <R> CompletableFuture<R> read(Received answer, Class<R> shape) {
    VertexHalves halves = answer.halves();
    return halves == null
        ? whole(answer, shape)
        : halves.read().thenApply(shape::cast).exceptionallyCompose(thrown -> whole(answer, shape));
  }

  /** How an answer of that many bytes is read while it arrives; null for in one, afterwards. */
  static @Nullable VertexHalves halves(Class<?> shape, long bytes) {
    return shape.equals(VertexResponse.class) ? VertexHalves.of(bytes) : null;
  }

  /** An answer read in one, by this thread. */
  static <R> CompletableFuture<R> whole(Received answer, Class<R> shape) {
    try {
      R value = MAPPER.readValue(answer.stream(), shape);
      return value == null
          ? CompletableFuture.failedFuture(new IOException("Not a " + shape.getSimpleName()))
          : CompletableFuture.completedFuture(value);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
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
