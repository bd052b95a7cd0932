// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.BodyReader;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.Secrets;
import dev.weir.flink.json.FlinkJson;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A document that is one answer of Flink's.
 *
 * @param key path and query of that answer
 * @param reader reads Flink's JSON
 * @param mapping from Flink's shape, and which keys name a secret, to the model
 */
record FlinkDocument<R, T>(
    String key, BodyReader<R> reader, BiFunction<? super R, ? super Secrets, ? extends T> mapping)
    implements Document<T> {
  /** One without secrets. */
  FlinkDocument(String key, Class<R> shape, Function<? super R, ? extends T> mapping) {
    this(key, shape, (answer, secrets) -> mapping.apply(answer));
  }

  FlinkDocument(
      String key, Class<R> shape, BiFunction<? super R, ? super Secrets, ? extends T> mapping) {
    this(key, FlinkJson.reader(shape), mapping);
  }

  @Override
  public CompletableFuture<Reading<T>> read(Source source) {
    return source
        .get(key, reader)
        .thenApply(reading -> reading.map(answer -> mapping.apply(answer, source.secrets())));
  }
}
