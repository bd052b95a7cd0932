// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.ClusterException;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A document that Flink has something to say of even where there is no such thing. Where that is
 * nothing, whether the thing is there is looked up elsewhere.
 *
 * @param document what Flink says
 * @param saysNothing whether that is nothing
 * @param exists looks the thing up; fails with a {@link ClusterException} if it is not there
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
