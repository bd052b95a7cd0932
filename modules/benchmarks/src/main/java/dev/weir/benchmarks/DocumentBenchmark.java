// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import dev.weir.flink.Document;
import dev.weir.flink.GivenAnswer;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.flink.documents.VertexDocuments;
import dev.weir.model.job.JobId;
import dev.weir.model.vertex.VertexId;
import dev.weir.monitor.snapshots.Representation;
import dev.weir.monitor.snapshots.Representations;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a refresh of a document costs beside the network, step by step: Flink's JSON to the model,
 * the model to JSON with its entity tag, that to gzip.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentBenchmark {
  private static final String ID = "ca4e24bc11e07597dfbb88450c135297";

  /** Which document; the numbers are subtasks. */
  @Param({"overview", "job", "vertex-40", "vertex-1000", "vertex-10000"})
  String document = "";

  private Document<?> read = ClusterDocuments.overview();
  private GivenAnswer flink = new GivenAnswer(new byte[0]);
  private Object model = "";

  /** Prepares Flink's answer and the model of it. */
  @Setup
  public void prepare() {
    JobId job = new JobId(ID);
    switch (document) {
      case "overview" -> {
        read = ClusterDocuments.overview();
        flink = new GivenAnswer(ScaledAnswers.bytes(ScaledAnswers.overview(1)));
      }
      case "job" -> {
        read = JobDocuments.details(job);
        flink = new GivenAnswer(ScaledAnswers.bytes(ScaledAnswers.job(ID)));
      }
      default -> {
        read = VertexDocuments.of(job, new VertexId(ID)).details();
        int subtasks = Integer.parseInt(document.substring("vertex-".length()));
        flink = new GivenAnswer(ScaledAnswers.bytes(ScaledAnswers.vertex(ID, subtasks)));
      }
    }
    model = map();
  }

  /** Flink's JSON to the model. */
  @Benchmark
  public Object map() {
    return read.read(flink).join().value();
  }

  /** The model to JSON and its entity tag. */
  @Benchmark
  public Representation render() {
    return Representations.of(model);
  }

  /** The model to JSON, its entity tag and gzip. */
  @Benchmark
  public byte[] renderAndCompress() {
    return Representations.of(model).gzip();
  }

  /** All of it: what the first reader after a refresh waits for. */
  @Benchmark
  public byte[] mapRenderAndCompress() {
    return Representations.of(map()).gzip();
  }
}
