// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import dev.weir.flink.SavepointOperation;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointProgress;
import dev.weir.model.job.SavepointRequestId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The cancels-with-savepoint that clients have asked for, under the numbers that they were given.
 *
 * <p>As in Flink 1.3 there is one at a time for a job: who asks again gets the same number. Numbers
 * are made of the time, so that they never repeat, whatever server gives them.
 */
final class SavepointRequests {
  private final Map<JobId, CompletableFuture<SavepointRequestId>> underWay = new HashMap<>();
  private final Map<Request, SavepointProgress> outcomes;
  private final InstantSource clock;
  private long last;

  /**
   * None yet.
   *
   * @param remembered how many outcomes are kept; beyond, the oldest is forgotten
   */
  SavepointRequests(int remembered, InstantSource clock) {
    this.clock = clock;
    this.outcomes =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Request, SavepointProgress> eldest) {
            return size() > remembered;
          }
        };
  }

  private record Request(JobId job, SavepointRequestId id) {}

  /**
   * Starts one, unless one is under way for the job.
   *
   * @param trigger asks the cluster for it
   * @param outcome waits for what the trigger has started; empty if that is not known; never fails
   * @return the number of the one that is under way
   */
  CompletableFuture<SavepointRequestId> start(
      JobId job,
      Supplier<CompletableFuture<SavepointSlot>> trigger,
      Function<String, CompletableFuture<Optional<SavepointOperation>>> outcome) {
    CompletableFuture<SavepointRequestId> started = new CompletableFuture<>();
    synchronized (this) {
      CompletableFuture<SavepointRequestId> other = underWay.putIfAbsent(job, started);
      if (other != null) {
        return other;
      }
    }
    var unused =
        trigger
            .get()
            .whenComplete(
                (slot, thrown) -> {
                  if (thrown == null) {
                    SavepointRequestId id = slot.at(now());
                    started.complete(id);
                    var unusedEnd =
                        outcome.apply(slot.operation()).thenAccept(known -> end(job, id, known));
                  } else {
                    forget(job);
                    started.completeExceptionally(thrown);
                  }
                });
    return started;
  }

  /** How far one is; empty for one that is not remembered. */
  synchronized Optional<SavepointProgress> progress(JobId job, SavepointRequestId id) {
    CompletableFuture<SavepointRequestId> started = underWay.get(job);
    if (started != null && id.equals(started.getNow(null))) {
      return Optional.of(SavepointProgress.inProgress(id.value()));
    }
    return Optional.ofNullable(outcomes.get(new Request(job, id)));
  }

  private synchronized long now() {
    last = Math.max(last + 1, clock.millis());
    return last;
  }

  private synchronized void forget(JobId job) {
    underWay.remove(job);
  }

  private synchronized void end(
      JobId job, SavepointRequestId id, Optional<SavepointOperation> outcome) {
    underWay.remove(job);
    outcome.ifPresent(known -> outcomes.put(new Request(job, id), progress(id, known)));
  }

  static SavepointProgress progress(SavepointRequestId id, SavepointOperation operation) {
    if (operation instanceof SavepointOperation.Completed completed) {
      return SavepointProgress.success(id.value(), completed.location());
    }
    return operation instanceof SavepointOperation.Failed failed
        ? SavepointProgress.failed(id.value(), failed.cause())
        : SavepointProgress.inProgress(id.value());
  }
}
