// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * For endpoints that answer "empty" instead of 404: if the answer is empty, checks that the subject
 * exists.
 *
 * @param document the endpoint's
 * @param saysNothing whether its value is empty
 * @param exists fails with a {@link ClusterException} if the subject does not exist
 */
record ExistenceChecked<T>(
    Document<T> document,
    Predicate<T> saysNothing,
    Function<Document.Source, CompletableFuture<?>> exists)
    implements Document<T> {
  @Override
  public String key() {
    return document.key();
  }

  @Override
  public CompletableFuture<Reading<T>> read(Source source) {
    return document
        .read(source)
        .thenCompose(
            reading ->
                saysNothing.test(reading.value())
                    ? Further.answer(exists.apply(source), "what metrics are of")
                        .thenApply(there -> reading)
                    : CompletableFuture.completedFuture(reading));
  }
}
