// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.json.FlinkJson;
import dev.weir.model.Metric;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Metrics by their names, however many: asked for in as many requests as Flink needs.
 *
 * @param path of Flink's API, without a query
 * @param names those that are asked for
 */
record MetricsDocument(String path, MetricNames names) implements Document<List<Metric>> {
  @Override
  public String key() {
    return path + names.query();
  }

  @Override
  public CompletableFuture<Reading<List<Metric>>> read(Source source) {
    MetricNames asked = names.today();
    return asked.addresses(path).stream()
        .map(address -> source.get(address, FlinkJson.reader(Metric[].class)))
        .map(part -> part.thenApply(reading -> reading.map(metrics -> List.of(metrics))))
        .reduce((one, other) -> one.thenCombine(other, MetricsDocument::joined))
        .orElseThrow()
        .thenApply(reading -> reading.map(names::chosenFrom));
  }

  private static Reading<List<Metric>> joined(
      Reading<List<Metric>> one, Reading<List<Metric>> other) {
    Instant first = one.takenAt().isBefore(other.takenAt()) ? one.takenAt() : other.takenAt();
    return new Reading<>(
        Stream.of(one, other).map(Reading::value).flatMap(List::stream).toList(),
        first,
        one.bytes() + other.bytes());
  }
}
