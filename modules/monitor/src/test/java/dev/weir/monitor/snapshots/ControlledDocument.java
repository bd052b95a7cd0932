// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A document whose readings a test completes, and counts. */
public final class ControlledDocument implements Document<List<String>> {
  private final String key;
  private final InstantSource clock;
  private final List<CompletableFuture<Reading<List<String>>>> readings = new ArrayList<>();

  public ControlledDocument(String key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public synchronized CompletableFuture<Reading<List<String>>> read(Source source) {
    CompletableFuture<Reading<List<String>>> reading = new CompletableFuture<>();
    readings.add(reading);
    return reading;
  }

  public synchronized int timesRead() {
    return readings.size();
  }

  public void answers(String value) {
    answers(value, clock.instant());
  }

  public synchronized void answers(String value, Instant takenAt) {
    last().complete(new Reading<>(List.of(value), takenAt, value.length()));
  }

  public synchronized void fails(Exception thrown) {
    last().completeExceptionally(thrown);
  }

  private CompletableFuture<Reading<List<String>>> last() {
    return readings.get(readings.size() - 1);
  }
}
