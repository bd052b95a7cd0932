package dev.weir.flink;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A document that is one answer of Flink's.
 *
 * @param key path and query of that answer
 * @param shape what Flink's JSON is read into
 * @param mapping from Flink's shape to the model
 */
record FlinkDocument<R, T>(String key, Class<R> shape, Function<? super R, ? extends T> mapping)
    implements Document<T> {
  @Override
  public CompletableFuture<Reading<T>> read(Source source) {
    return source.get(key, shape).thenApply(reading -> reading.map(mapping));
  }
}
