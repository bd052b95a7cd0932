// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.BodyReader;
import dev.weir.flink.BufferedBody;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.ContactState;
import dev.weir.flink.JarOptions;
import dev.weir.flink.Reading;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.SavepointOptions;
import dev.weir.flink.Secrets;
import dev.weir.flink.TextFile;
import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarPlan;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobPlan;
import dev.weir.model.job.JobState;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A cluster in memory. {@link ClusterSourceContract} holds it to what the real client does. */
public final class FakeClusterSource implements ClusterSource {
  public static final URI ADDRESS = URI.create("http://fake:8081/");
  private static final int FAILURES = 3;

  private final InstantSource clock;
  private final FakeFlink flink = new FakeFlink();
  private final List<String> sent = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Runnable> moved = new ArrayList<>();
  private ContactState contact = new ContactState(null, null, null, null, false);
  private ClusterException failure;
  private ClusterException refusal;
  private int failures;
  private boolean held;
  private boolean closed;

  public FakeClusterSource(InstantSource clock) {
    this.clock = clock;
  }

  /** What there is in the cluster. */
  public FakeFlink flink() {
    return flink;
  }

  /** Fails all requests, until {@link #recovers}. */
  public synchronized void fails(ClusterException why) {
    failure = why;
  }

  public synchronized void recovers() {
    failure = null;
    refusal = null;
  }

  /** Fails all changes, until {@link #recovers}. */
  public synchronized void refuses(ClusterException why) {
    refusal = why;
  }

  /** Answers nothing, until {@link #answers}. */
  public synchronized void hangs() {
    held = true;
  }

  public void answers() {
    synchronized (this) {
      held = false;
    }
    answersFirst(Integer.MAX_VALUE);
  }

  /** Answers those requests that have waited longest; others go on waiting. */
  public void answersFirst(int requests) {
    List<Runnable> tasks;
    synchronized (this) {
      List<Runnable> first = waiting.subList(0, Math.min(requests, waiting.size()));
      tasks = List.copyOf(first);
      first.clear();
    }
    tasks.forEach(Runnable::run);
  }

  /** Another JobManager takes over: without the jars of the first. */
  public void moves() {
    List<Runnable> tasks;
    synchronized (this) {
      tasks = List.copyOf(moved);
    }
    flink.losesJars();
    tasks.forEach(Runnable::run);
  }

  /** All requests in their order, such as {@code GET /overview}. */
  public synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public List<URI> addresses() {
    return List.of(ADDRESS);
  }

  @Override
  public synchronized Optional<URI> answering() {
    return contact.answered() == null ? Optional.empty() : Optional.of(ADDRESS);
  }

  @Override
  public synchronized void onMove(Runnable task) {
    moved.add(task);
  }

  @Override
  public synchronized ContactState contact() {
    return contact;
  }

  @Override
  public Secrets secrets() {
    return Secrets.OF_FLINK;
  }

  @Override
  public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
    return unlessLost(() -> reading(path, reader), 1);
  }

  @Override
  public <R> CompletableFuture<Reading<R>> probe(String path, BodyReader<R> reader) {
    return reading(path, reader).whenComplete((read, thrown) -> note(thrown, FAILURES));
  }

  @Override
  public CompletableFuture<TextFile> open(String path) {
    return unlessLost(
        () ->
            answer("GET " + path, () -> flink.body(path))
                .thenApply(
                    bytes ->
                        new TextFile(
                            new ByteArrayInputStream(bytes),
                            OptionalLong.of(bytes.length),
                            new CompletableFuture<>())),
        1);
  }

  private <T> CompletableFuture<T> unlessLost(Supplier<CompletableFuture<T>> read, int weight) {
    ContactState known = contact();
    return known.lost()
        ? CompletableFuture.failedFuture(known.failure())
        : read.get().whenComplete((value, thrown) -> note(thrown, weight));
  }

  private <R> CompletableFuture<Reading<R>> reading(String path, BodyReader<R> reader) {
    Instant asked = clock.instant();
    return answer("GET " + path, () -> flink.body(path))
        .thenCompose(bytes -> parsed(bytes, reader, asked));
  }

  private static <R> CompletableFuture<Reading<R>> parsed(
      byte[] bytes, BodyReader<R> reader, Instant asked) {
    BodyReader.Arrival<R> arrival = reader.begin(bytes.length);
    arrival.add(ByteBuffer.wrap(bytes));
    return arrival
        .read(BufferedBody.of(List.of(ByteBuffer.wrap(bytes))))
        .thenApply(value -> new Reading<>(value, asked, bytes.length))
        .exceptionallyCompose(
            thrown ->
                CompletableFuture.failedFuture(
                    new ClusterException(Reason.UNEXPECTED_ANSWER, "Not Flink's.", thrown)));
  }

  private <T> CompletableFuture<T> answer(String request, Supplier<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            answer.complete(unlessFailing(work));
          } catch (ClusterException e) {
            answer.completeExceptionally(e);
          }
        };
    synchronized (this) {
      sent.add(request);
      if (held) {
        waiting.add(task);
        return answer;
      }
    }
    task.run();
    return answer;
  }

  private synchronized <T> T unlessFailing(Supplier<T> work) {
    if (failure != null) {
      throw failure;
    }
    return work.get();
  }

  private synchronized void note(Throwable thrown, int weight) {
    Instant now = clock.instant();
    ClusterException why =
        thrown == null ? null : (ClusterException) ClusterException.unwrap(thrown);
    if (why == null || !why.unavailable()) {
      Instant back = contact.lost() ? now : contact.back();
      failures = 0;
      contact = new ContactState(now, contact.failed(), contact.failure(), back, false);
    } else if (why.leavesUnknown() || weight == FAILURES) {
      failures += weight;
      contact =
          new ContactState(contact.answered(), now, why, contact.back(), failures >= FAILURES);
    }
  }

  private <T> CompletableFuture<T> change(String request, Supplier<T> work) {
    ContactState known = contact();
    if (known.lost()) {
      return CompletableFuture.failedFuture(ClusterException.nothingSent(known.failure()));
    }
    return answer(
        request,
        () -> {
          if (refusal != null) {
            throw refusal;
          }
          return work.get();
        });
  }

  @Override
  public CompletableFuture<Void> cancel(JobId job) {
    return change("PATCH /jobs/" + job, () -> flink.cancel(job));
  }

  @Override
  public CompletableFuture<String> cancelWithSavepoint(JobId job, SavepointOptions options) {
    return change(
        "POST /jobs/" + job + "/savepoints",
        () -> flink.trigger(job, options.triggerId(), JobState.CANCELED));
  }

  @Override
  public CompletableFuture<String> stop(JobId job, SavepointOptions options) {
    return change(
        "POST /jobs/" + job + "/stop",
        () -> flink.trigger(job, options.triggerId(), JobState.FINISHED));
  }

  @Override
  public CompletableFuture<FlinkAnswer> send(FlinkRequest request) {
    return change(request.method() + " " + request.path(), () -> flink.answer(request));
  }

  @Override
  public CompletableFuture<SavepointOperation> savepoint(JobId job, String operation) {
    String request = "GET /jobs/" + job + "/savepoints/" + operation;
    return unlessLost(() -> answer(request, () -> flink.savepoint(job, operation)), 1);
  }

  @Override
  public CompletableFuture<JobState> status(JobId job) {
    return unlessLost(() -> answer("GET /jobs/" + job + "/status", () -> flink.state(job)), 1);
  }

  @Override
  public CompletableFuture<JarId> upload(Path file, String name) {
    return change("POST /jars/upload", () -> flink.upload(name));
  }

  @Override
  public CompletableFuture<JobId> run(JarId jar, JarOptions program) {
    return change("POST /jars/" + jar + "/run", () -> flink.run(jar, program.jobId()));
  }

  @Override
  public CompletableFuture<JarPlan> plan(JarId jar, JarOptions program) {
    return change(
        "POST /jars/" + jar + "/plan",
        () -> {
          flink.requireJar(jar);
          return new JarPlan(new JobPlan(new JobId("0".repeat(32)), "planned", List.of()));
        });
  }

  @Override
  public CompletableFuture<Void> delete(JarId jar) {
    return change("DELETE /jars/" + jar, () -> flink.delete(jar));
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
