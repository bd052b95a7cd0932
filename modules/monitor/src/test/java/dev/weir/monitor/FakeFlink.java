// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.Document;
import dev.weir.flink.NoSuchJarException;
import dev.weir.flink.SavepointOperation;
import dev.weir.flink.raw.FlinkAnswer;
import dev.weir.flink.raw.FlinkError;
import dev.weir.flink.raw.FlinkRequest;
import dev.weir.flink.raw.RawJson;
import dev.weir.model.jar.JarId;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a {@link FakeClusterSource} has: answers by path, jobs, savepoints and jars. */
public final class FakeFlink {
  private static final Pattern CANCEL = Pattern.compile("/jobs/([0-9a-f]{32})\\?mode=cancel");

  private final Map<String, byte[]> documents = new HashMap<>();
  private final Map<JobId, JobState> jobs = new HashMap<>();
  private final Map<Operation, SavepointOperation> operations = new HashMap<>();
  private final Set<JarId> jars = new LinkedHashSet<>();

  private record Operation(JobId job, String id, JobState end) {}

  /** Answers at a path with a text. */
  public synchronized FakeFlink with(String path, String body) {
    documents.put(path, body.getBytes(UTF_8));
    return this;
  }

  /** Answers for a document with what a real Flink has answered, such as {@code 2.3.0/overview}. */
  public FakeFlink with(Document<?> document, String sample) {
    return with(document.key(), recorded(sample));
  }

  private static String recorded(String sample) {
    try (InputStream in =
        FakeFlink.class.getResourceAsStream("/dev/weir/flink/" + sample + ".json")) {
      return new String(Objects.requireNonNull(in, sample).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has a job in a state. */
  public synchronized FakeFlink with(JobId job, JobState state) {
    jobs.put(job, state);
    return this;
  }

  /** Ends all savepoints that are under way; where they are completed, the jobs end, too. */
  public synchronized void endSavepoints(SavepointOperation outcome) {
    operations.forEach(
        (operation, progress) -> {
          if (progress instanceof SavepointOperation.InProgress
              && outcome instanceof SavepointOperation.Completed) {
            jobs.put(operation.job(), operation.end());
          }
        });
    operations.replaceAll(
        (operation, progress) ->
            progress instanceof SavepointOperation.InProgress ? outcome : progress);
  }

  /** As Flink does minutes after they have ended. */
  public synchronized void forgetSavepoints() {
    operations.clear();
  }

  /** A JobManager takes over that has been given a jar before. */
  public synchronized void hasJar(JarId jar) {
    jars.add(jar);
  }

  /** Another JobManager takes over, which has none of the jars. */
  public synchronized void losesJars() {
    jars.clear();
  }

  public synchronized List<JarId> jars() {
    return List.copyOf(jars);
  }

  synchronized byte[] body(String path) {
    if (path.equals("/jars")) {
      return jars.stream()
          .map(
              jar ->
                  "{\"id\":\"%s\",\"name\":\"%s\",\"uploaded\":1,\"entry\":[]}"
                      .formatted(jar, jar.value().substring(37)))
          .collect(Collectors.joining(",", "{\"address\":\"x\",\"files\":[", "]}"))
          .getBytes(UTF_8);
    }
    byte[] body = documents.get(path);
    if (body == null) {
      throw notFound("Nothing at " + path + ".");
    }
    return body;
  }

  synchronized JobState state(JobId job) {
    if (!jobs.containsKey(job)) {
      throw notFound("Job " + job + " not found.");
    }
    return jobs.get(job);
  }

  /** Cancels a job in the words of Flink's API; takes no other change. */
  synchronized FlinkAnswer answer(FlinkRequest request) {
    Matcher cancel = CANCEL.matcher(request.path());
    if (!request.method().equals("PATCH") || !cancel.matches()) {
      throw notFound("Nothing at " + request.path() + ".");
    }
    cancel(new JobId(cancel.group(1)));
    return new FlinkAnswer(202, new RawJson("{}".getBytes(UTF_8)));
  }

  private static ClusterException notFound(String sentence) {
    return new ClusterException(Reason.NOT_FOUND, sentence).quoting(new FlinkError(404, sentence));
  }

  synchronized Void cancel(JobId job) {
    if (state(job).ended() && state(job) != JobState.CANCELED) {
      throw new ClusterException(Reason.CONFLICT, "Job " + job + " has ended.");
    }
    jobs.put(job, JobState.CANCELED);
    return null;
  }

  /** What has the same id is not done twice. */
  synchronized String trigger(JobId job, String givenId, JobState end) {
    String id = givenId == null ? hexId() : givenId;
    operations.putIfAbsent(
        new Operation(job, id, end),
        jobs.containsKey(job)
            ? new SavepointOperation.InProgress()
            : new SavepointOperation.Failed("Job " + job + " not found."));
    return id;
  }

  synchronized SavepointOperation savepoint(JobId job, String id) {
    return operations.entrySet().stream()
        .filter(one -> one.getKey().job().equals(job) && one.getKey().id().equals(id))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseThrow(
            () -> new ClusterException(Reason.NOT_FOUND, "There is no savepoint " + id + "."));
  }

  synchronized JarId upload(String name) {
    JarId id = new JarId(UUID.randomUUID() + "_" + name);
    jars.add(id);
    return id;
  }

  synchronized JobId run(JarId jar, String givenId) {
    requireJar(jar);
    JobId job = new JobId(givenId == null ? hexId() : givenId);
    jobs.put(job, JobState.RUNNING);
    return job;
  }

  synchronized Void delete(JarId jar) {
    requireJar(jar);
    jars.remove(jar);
    return null;
  }

  synchronized void requireJar(JarId jar) {
    if (!jars.contains(jar)) {
      throw new NoSuchJarException("Jar file " + jar + " does not exist.");
    }
  }

  private static String hexId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
