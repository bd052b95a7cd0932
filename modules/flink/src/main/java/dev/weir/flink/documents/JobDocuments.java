// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.Secrets;
import dev.weir.flink.json.FlinkJson;
import dev.weir.flink.responses.ExceptionsResponse;
import dev.weir.flink.responses.JobAccumulatorsResponse;
import dev.weir.flink.responses.JobResponse;
import dev.weir.model.Metric;
import dev.weir.model.job.ExecutionConfig;
import dev.weir.model.job.JobAccumulators;
import dev.weir.model.job.JobConfig;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobExceptions;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The documents of a job, without its checkpoints and vertices. */
public final class JobDocuments {
  private JobDocuments() {}

  /** The path of a job in Flink's API. */
  public static String path(JobId job) {
    return "/jobs/" + job;
  }

  /** The job with its vertices and its plan. */
  public static Document<JobDetails> details(JobId job) {
    return new FlinkDocument<>(path(job), JobResponse.class, JobResponse::toModel);
  }

  /**
   * The configuration it was submitted with, secrets masked. Flink 2.x no longer tells the
   * execution mode, and Flink 1.x tells {@code PIPELINED} for all but programs of the DataSet API;
   * then it is taken from the exchanges of the plan.
   */
  public static Document<JobConfig> config(JobId job) {
    return new ConfigDocument(job);
  }

  /** The failures of a job. */
  public static Document<JobExceptions> exceptions(JobId job) {
    return new FlinkDocument<>(
        path(job) + "/exceptions", ExceptionsResponse.class, ExceptionsResponse::toModel);
  }

  /** The accumulators of a job. */
  public static Document<JobAccumulators> accumulators(JobId job) {
    return new FlinkDocument<>(
        path(job) + "/accumulators",
        JobAccumulatorsResponse.class,
        JobAccumulatorsResponse::toModel);
  }

  /** The metrics of a job; empty after its end. */
  public static Document<List<Metric>> metrics(JobId job, MetricNames names) {
    return ClusterDocuments.metrics(
        path(job) + "/metrics", names, source -> source.read(details(job)));
  }

  private record ConfigDocument(JobId job) implements Document<JobConfig> {
    private static final String UNLESS_TOLD = "PIPELINED";

    @Override
    public String key() {
      return path(job) + "/config";
    }

    @Override
    public CompletableFuture<Reading<JobConfig>> read(Source source) {
      return source
          .get(key(), FlinkJson.reader(JobConfig.class))
          .thenCombine(
              Further.answer(source.read(details(job)), "the plan of a configuration"),
              (config, details) ->
                  config.map(
                      own ->
                          complete(
                              own, details.map(read -> read.value().plan()), source.secrets())));
    }

    private static JobConfig complete(JobConfig config, Optional<JobPlan> plan, Secrets secrets) {
      ExecutionConfig own = config.executionConfig();
      return own == null
          ? config
          : new JobConfig(
              config.jid(),
              config.name(),
              new ExecutionConfig(
                  executionMode(own, plan),
                  own.restartStrategy(),
                  own.jobParallelism(),
                  own.objectReuseMode(),
                  withoutSecrets(own.userConfig(), secrets)));
    }

    private static @Nullable String executionMode(ExecutionConfig own, Optional<JobPlan> plan) {
      String said = own.executionMode();
      return plan.filter(any -> said == null || (said.equals(UNLESS_TOLD) && !any.optimized()))
          .map(JobPlan::executionMode)
          .orElse(said);
    }

    private static Map<String, String> withoutSecrets(
        @Nullable Map<String, String> userConfig, Secrets secrets) {
      Map<String, String> masked = new TreeMap<>();
      if (userConfig != null) {
        userConfig.forEach((key, value) -> masked.put(key, secrets.mask(key, value)));
      }
      return masked;
    }
  }
}
