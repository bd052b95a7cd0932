package dev.weir.flink;

import dev.weir.model.Metric;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Metrics of something.
 *
 * @param path where Flink has them
 * @param names those that are asked for
 */
record MetricsDocument(String path, MetricNames names) implements Document<List<Metric>> {
  @Override
  public String key() {
    return path + names.query();
  }

  @Override
  public CompletableFuture<Reading<List<Metric>>> read(Source source) {
    return source
        .get(path + names.today().query(), Metric[].class)
        .thenApply(reading -> reading.map(names::chosenFrom));
  }
}
