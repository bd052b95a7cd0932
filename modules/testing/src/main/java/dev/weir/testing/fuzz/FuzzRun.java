// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.weir.testing.ClassicClient;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.Vitals;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Inputs in batches, many at a time. After each batch the server answers, holds no more than
 * before, and has logged no failure of its own.
 */
public final class FuzzRun {
  private static final int THREADS = 24;
  private static final int BATCH = 10_000;
  private static final int WARM_UP = 1_000;
  private static final Duration LOGGED_BY = Duration.ofMillis(300);

  /** What a server logs of a mistake of its own, be it an error or an exception. */
  private static final Pattern MISTAKE =
      Pattern.compile("(?m)^.*( ERROR |SEVERE|( WARN |WARNING).*(Exception|Error)|\\tat ).*$");

  private final URI base;
  private final String document;
  private final FuzzClient client;
  private final LongFunction<FuzzInput> inputs;
  private final Supplier<String> log;
  private final long pid;

  /**
   * Prepares a run.
   *
   * @param document a path that is always answered with 200
   * @param inputs makes the input of a number
   * @param log all that the server has logged
   * @param pid the process of the server
   */
  public FuzzRun(
      URI base, String document, LongFunction<FuzzInput> inputs, Supplier<String> log, long pid) {
    this.base = base;
    this.document = document;
    this.client = new FuzzClient(base, document);
    this.inputs = inputs;
    this.log = log;
    this.pid = pid;
  }

  /** Has a cluster be what the inputs are about: it takes every jar, and has nothing else. */
  public static void prepare(CountingFlink flink) {
    flink.answers("/jobs/overview", "{\"jobs\":[]}");
    flink.answers("/jars", "{\"address\":\"x\",\"files\":[]}");
    flink.answers(
        "/config",
        "{\"refresh-interval\":3000,\"timezone-name\":\"UTC\",\"timezone-offset\":0,"
            + "\"flink-version\":\"2.3.0\",\"flink-revision\":\"x\"}");
    flink.answers(
        "/jars/upload", "{\"filename\":\"/tmp/flink-web-upload/0_x.jar\",\"status\":\"success\"}");
  }

  /** Sends so many inputs, after some others with which the server warms up. */
  public void send(long count) {
    batch(0, Math.min(count, WARM_UP), Optional.empty());
    Vitals before = Vitals.of(pid);
    for (long from = 0; from < count; from += BATCH) {
      batch(from, Math.min(count, from + BATCH), Optional.of(before));
    }
  }

  private void batch(long from, long to, Optional<Vitals> before) {
    List<FuzzInput> all = LongStream.range(from, to).mapToObj(inputs).toList();
    int logged = log.get().length();
    firstFailing(all).ifPresent(this::report);
    assertThat(new ClassicClient(base).get(document).status()).isEqualTo(200);
    before.ifPresent(vitals -> vitals.awaitAgain(pid));
    if (MISTAKE.matcher(log.get().substring(logged)).find()) {
      report(culprit(all));
    }
  }

  private Optional<FuzzInput> firstFailing(List<FuzzInput> all) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      AtomicLong next = new AtomicLong();
      Callable<Optional<FuzzInput>> worker =
          () -> {
            for (long i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
              FuzzInput input = all.get((int) i);
              if (client.complaint(input).isPresent()) {
                next.set(all.size());
                return Optional.of(input);
              }
            }
            return Optional.empty();
          };
      for (Future<Optional<FuzzInput>> done :
          threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> worker).toList())) {
        if (done.get().isPresent()) {
          return done.get();
        }
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The input that the server logs a mistake for, by halves. */
  private FuzzInput culprit(List<FuzzInput> all) {
    List<FuzzInput> left = all;
    while (left.size() > 1) {
      List<FuzzInput> half = left.subList(0, left.size() / 2);
      int logged = log.get().length();
      firstFailing(half);
      left = mistake(logged).isPresent() ? half : left.subList(half.size(), left.size());
    }
    return left.get(0);
  }

  /** What is wrong with it, in its answer or in the log. */
  private Optional<String> complaint(FuzzInput input) {
    int logged = log.get().length();
    return client.complaint(input).or(() -> mistake(logged).map(line -> "is logged as " + line));
  }

  /** What is logged beyond a length of the log; it may come a moment after the answer. */
  private Optional<String> mistake(int logged) {
    try {
      return Optional.of(
          await()
              .pollInterval(Duration.ofMillis(10))
              .atMost(LOGGED_BY)
              .until(
                  () ->
                      MISTAKE
                          .matcher(log.get().substring(logged))
                          .results()
                          .map(MatchResult::group)
                          .findFirst()
                          .orElse(""),
                  line -> !line.isEmpty()));
    } catch (ConditionTimeoutException e) {
      return Optional.empty();
    }
  }

  private void report(FuzzInput input) {
    FuzzInput smallest = smallest(input);
    fail(
        "An input %s: %s%nIt is a part of %s",
        complaint(smallest).orElse("fails now and then"), smallest, input);
  }

  /** The input without whatever can be left out, in pieces that become smaller by halves. */
  private FuzzInput smallest(FuzzInput input) {
    FuzzInput smallest = input;
    for (int size = input.length() / 2; size > 0; size /= 2) {
      for (int at = 0; at + size <= smallest.length(); ) {
        FuzzInput without = smallest.without(at, at + size);
        if (complaint(without).isPresent()) {
          smallest = without;
        } else {
          at += size;
        }
      }
    }
    return smallest;
  }
}
