// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.flink.Samples;
import dev.weir.model.Accumulator;
import dev.weir.model.job.ExecutionConfig;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobExceptions;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import dev.weir.model.job.PlanNode;
import dev.weir.model.job.TaskException;
import dev.weir.model.vertex.TaskState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobDocumentsTest {
  private static final JobId JOB = new JobId("9e911b17f17bc32dd5abd9b01e1c34e0");

  @Test
  void aJobStartsWhenItWasCreated() {
    JobDetails job = Samples.read(JobDocuments.details(JOB), "stream_job");

    assertThat(job.startTime()).isEqualTo(job.timestamps().get(JobState.CREATED)).isPositive();
    assertThat(job.endTime()).isEqualTo(-1);
    assertThat(job.state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void aVertexCountsItsSubtasksByState() {
    JobDetails job = Samples.read(JobDocuments.details(JOB), "batch_job");

    assertThat(job.vertices())
        .isNotEmpty()
        .allSatisfy(
            vertex -> {
              assertThat(vertex.status()).isEqualTo(TaskState.FINISHED);
              assertThat(vertex.tasks()).containsEntry(TaskState.FINISHED, vertex.parallelism());
              assertThat(vertex.tasks().values().stream().mapToInt(count -> count).sum())
                  .isEqualTo(vertex.parallelism());
            });
    assertThat(job.statusCounts()).containsEntry(TaskState.FINISHED, job.vertices().size());
  }

  @Test
  void thePlanHasTheFieldsThatFlinkNoLongerFills() {
    JobDetails job = Samples.read(JobDocuments.details(JOB), "stream_job");

    assertThat(job.plan().nodes())
        .hasSize(2)
        .allSatisfy(
            node -> {
              assertThat(node.operator()).isEmpty();
              assertThat(node.operatorStrategy()).isEmpty();
              assertThat(node.optimizerProperties()).isEmpty();
            });
    assertThat(job.plan().nodes()).filteredOn(node -> node.inputs() == null).hasSize(1);
    PlanNode sink =
        job.plan().nodes().stream().filter(node -> node.inputs() != null).findFirst().orElseThrow();
    assertThat(sink.inputs().get(0).exchange()).isEqualTo("pipelined_bounded");
    assertThat(sink.inputs().get(0).shipStrategy()).isEqualTo("HASH");
  }

  @Test
  void theExecutionModeOfAStreamIsPipelined() {
    assertThat(config("stream_config", "stream_job"))
        .isEqualTo(
            new ExecutionConfig(
                "PIPELINED", "Cluster level default restart strategy", 2, false, Map.of()));
  }

  @Test
  void theExecutionModeOfAJobWithBlockingExchangesIsBatch() {
    assertThat(config("batch_config", "batch_job").executionMode()).isEqualTo("BATCH");
  }

  @Test
  void whatAnOlderFlinkSaysUnlessToldGivesWayToThePlan() {
    assertThat(olderConfig("PIPELINED", "").executionMode()).isEqualTo("BATCH");
  }

  @Test
  void whatAnOlderFlinkSaysOfAProgramThatItOptimizedIsKept() {
    String optimized = "\"Global Properties\":[{\"name\":\"Order\",\"value\":\"(none)\"}]";

    assertThat(olderConfig("PIPELINED", optimized).executionMode()).isEqualTo("PIPELINED");
  }

  private static ExecutionConfig olderConfig(String mode, String optimizerProperties) {
    return new Samples()
        .withJson(
            JobDocuments.config(JOB),
            """
            {"jid":"9e911b17f17bc32dd5abd9b01e1c34e0","name":"x","execution-config":{
              "execution-mode":"%s","restart-strategy":"none","job-parallelism":1,
              "object-reuse-mode":true,"user-config":{}}}
            """
                .formatted(mode))
        .withJson(
            JobDocuments.details(JOB),
            """
            {"jid":"9e911b17f17bc32dd5abd9b01e1c34e0","name":"x","state":"RUNNING","plan":{
              "jid":"9e911b17f17bc32dd5abd9b01e1c34e0","name":"x","nodes":[
                {"id":"bc764cd8ddf7a0cff126f51c16239658","parallelism":1,
                 "optimizer_properties":{%s},
                 "inputs":[{"num":0,"id":"cbc357ccb763df2852fee8c4fc7d55f2",
                            "ship_strategy":"HASH","exchange":"blocking"}]}]}}
            """
                .formatted(optimizerProperties))
        .read(JobDocuments.config(JOB))
        .join()
        .value()
        .executionConfig();
  }

  @Test
  void theExecutionModeThatAnOlderFlinkTellsIsKept() {
    Samples samples = new Samples().with(JobDocuments.details(JOB), "stream_job");
    samples.withJson(
        JobDocuments.config(JOB),
        """
        {"jid":"9e911b17f17bc32dd5abd9b01e1c34e0","name":"x","execution-config":{
          "execution-mode":"BATCH_FORCED","restart-strategy":"none","job-parallelism":1,
          "object-reuse-mode":true,"user-config":{"db.password":"geheim","a":"b"}}}
        """);

    assertThat(samples.read(JobDocuments.config(JOB)).join().value().executionConfig())
        .isEqualTo(
            new ExecutionConfig(
                "BATCH_FORCED", "none", 1, true, Map.of("db.password", "******", "a", "b")));
  }

  private static ExecutionConfig config(String configSample, String jobSample) {
    return new Samples()
        .with(JobDocuments.config(JOB), configSample)
        .with(JobDocuments.details(JOB), jobSample)
        .read(JobDocuments.config(JOB))
        .join()
        .value()
        .executionConfig();
  }

  @Test
  void theRootExceptionIsTheUsersOwn() {
    JobExceptions exceptions = Samples.read(JobDocuments.exceptions(JOB), "fail_exceptions");

    assertThat(exceptions.rootException())
        .startsWith("java.lang.RuntimeException: boom from user function\n\tat ");
    assertThat(exceptions.truncated()).isFalse();
  }

  @Test
  void theExceptionOfATaskIsListedOnceWithTaskAndLocation() {
    JobExceptions exceptions = Samples.read(JobDocuments.exceptions(JOB), "fail_exceptions");

    assertThat(exceptions.allExceptions())
        .extracting(TaskException::task, TaskException::location)
        .containsExactly(
            tuple("Source: Sequence Source -> failer -> Sink: Writer (1/1)", "localhost:39557"));
  }

  @Test
  void aJobThatNeverFailedHasNoRootException() {
    assertThat(Samples.read(JobDocuments.exceptions(JOB), "stream_exceptions"))
        .isEqualTo(new JobExceptions(null, List.of(), false));
  }

  @Test
  void moreThanTwentyExceptionsAreTruncated() {
    String entry =
        """
        {"stacktrace":"x.Boom: %d\\n\\tat y","taskName":"Map (1/2) - execution #3","location":"h:1"}\
        """;
    String entries =
        IntStream.range(0, 21).mapToObj(entry::formatted).collect(Collectors.joining(","));

    JobExceptions exceptions =
        Samples.readJson(
            JobDocuments.exceptions(JOB),
            "{\"exceptionHistory\":{\"entries\":[" + entries + "],\"truncated\":false}}");

    assertThat(exceptions.allExceptions()).hasSize(20);
    assertThat(exceptions.truncated()).isTrue();
    assertThat(exceptions.allExceptions().get(0))
        .isEqualTo(new TaskException("x.Boom: 0\n\tat y", "Map (1/2)", "h:1"));
  }

  @Test
  void accumulatorsAreWrittenAsTheDocumentShowsThem() {
    assertThat(
            Samples.read(JobDocuments.accumulators(JOB), "batch_accumulators")
                .userTaskAccumulators())
        .containsExactly(
            new Accumulator("my-counter", "IntCounter", "IntCounter 1001"),
            new Accumulator("my-histo", "Histogram", "{}"));
  }
}
