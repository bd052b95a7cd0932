package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads Flink's JSON leniently: what we do not know is passed over, what is missing is null or 0.
 */
final class FlinkJson {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new Lenient())
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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
      return CompletableFuture.completedFuture(MAPPER.readValue(answer.stream(), shape));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * As if every class said that it ignores what it does not know. Jackson's feature for that reads
   * it all the same, into a buffer for each record.
   */
  private static final class Lenient extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      return super.findPropertyIgnoralByName(config, annotated).withIgnoreUnknown();
    }
  }
}
