// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.JobManagers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the JobManager that answers: what is asked goes to the one that answered last, and where
 * it does not answer to the next, all within one deadline.
 */
final class Failover {
  private final JobManagers jobManagers;
  private volatile @Nullable URI answering;

  Failover(JobManagers jobManagers) {
    this.jobManagers = jobManagers;
  }

  /** The JobManager that answered last; null where none has, or where it is none any more. */
  @Nullable URI answering() {
    URI last = answering;
    return last != null && jobManagers.addresses().contains(last) ? last : null;
  }

  /** Reads from the first that answers. Each has an equal share of what is left of the time. */
  <T> CompletableFuture<T> read(
      Duration deadline, BiFunction<URI, Duration, CompletableFuture<T>> attempt) {
    return new Round<>(deadline, attempt, Failover::gaveNoAnswer).next(null);
  }

  /** Sends a change to one only; to another only where it was certainly not sent. */
  <T> CompletableFuture<T> change(
      Duration deadline, BiFunction<URI, Duration, CompletableFuture<T>> attempt) {
    return new Round<T>(
            deadline,
            (address, share) -> attempt.apply(address, deadline),
            RequestNotSentException.class::isInstance)
        .next(null);
  }

  private static boolean gaveNoAnswer(Throwable thrown) {
    return thrown instanceof ClusterException failure
        && (failure.reason() == Reason.UNREACHABLE || failure.reason() == Reason.NO_ANSWER);
  }

  private List<URI> inOrder() {
    List<URI> addresses = new ArrayList<>(jobManagers.addresses());
    URI last = answering;
    if (last != null && addresses.remove(last)) {
      addresses.add(0, last);
    }
    return addresses;
  }

  private final class Round<T> {
    private final long end;
    private final BiFunction<URI, Duration, CompletableFuture<T>> attempt;
    private final Predicate<Throwable> movesOn;
    private final Set<URI> tried = new HashSet<>();

    Round(
        Duration deadline,
        BiFunction<URI, Duration, CompletableFuture<T>> attempt,
        Predicate<Throwable> movesOn) {
      this.end = System.nanoTime() + deadline.toNanos();
      this.attempt = attempt;
      this.movesOn = movesOn;
    }

    CompletableFuture<T> next(@Nullable Throwable before) {
      List<URI> left = inOrder().stream().filter(address -> !tried.contains(address)).toList();
      Duration time = Duration.ofNanos(end - System.nanoTime());
      if (before != null && (left.isEmpty() || time.isNegative())) {
        return CompletableFuture.failedFuture(before);
      }
      if (left.isEmpty()) {
        return CompletableFuture.failedFuture(new RequestNotSentException(jobManagers.whyNone()));
      }
      URI address = left.get(0);
      tried.add(address);
      return attempt
          .apply(address, time.dividedBy(left.size()))
          .whenComplete((answer, thrown) -> remember(address, thrown))
          .exceptionallyCompose(thrown -> after(ClusterException.unwrap(thrown)));
    }

    private CompletableFuture<T> after(Throwable thrown) {
      return movesOn.test(thrown) ? next(thrown) : CompletableFuture.failedFuture(thrown);
    }

    private void remember(URI address, @Nullable Throwable thrown) {
      if (thrown == null || !gaveNoAnswer(ClusterException.unwrap(thrown))) {
        answering = address;
      } else if (address.equals(answering)) {
        answering = null;
      }
    }
  }
}
