// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.Done;
import dev.weir.model.IoMetrics;
import dev.weir.model.Metric;
import dev.weir.model.checkpoint.CheckpointOverview;
import dev.weir.model.job.JobDetails;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobPlan;
import dev.weir.model.job.JobState;
import dev.weir.model.vertex.VertexId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RepresentationTest {
  private static String json(Object value) {
    return new String(new Representation(value).identity(), StandardCharsets.UTF_8);
  }

  @Test
  void namesAreThoseOfTheContract() {
    assertThat(json(new IoMetrics(1, 2, 3, 4)))
        .isEqualTo("{\"read-bytes\":1,\"write-bytes\":2,\"read-records\":3,\"write-records\":4}");
  }

  @Test
  void whatIsNullIsAbsent() {
    assertThat(json(new Metric("a", null))).isEqualTo("{\"id\":\"a\"}");
    assertThat(json(CheckpointOverview.NONE)).isEqualTo("{}");
    assertThat(json(new Done())).isEqualTo("{}");
  }

  @Test
  void identifiersAreStringsAsKeysToo() {
    String id = "0123456789abcdef0123456789abcdef";
    assertThat(json(Map.of(new VertexId(id), new JobId(id))))
        .isEqualTo("{\"" + id + "\":\"" + id + "\"}");
  }

  @Test
  void aJobSaysOnceWhetherItIsStoppable() {
    JobId id = new JobId("0123456789abcdef0123456789abcdef");
    JobPlan plan = new JobPlan(id, "x", List.of());
    assertThat(
            json(
                new JobDetails(
                    id,
                    "x",
                    false,
                    JobState.CREATED,
                    0,
                    0,
                    0,
                    0,
                    Map.of(),
                    List.of(),
                    Map.of(),
                    plan)))
        .contains("\"isStoppable\":false")
        .doesNotContain("\"stoppable\"");
  }

  @Test
  void theTagIsThatOfTheContent() {
    assertThat(new Representation(List.of(1)).tag())
        .isEqualTo(new Representation(List.of(1)).tag())
        .isNotEqualTo(new Representation(List.of(2)).tag());
    assertThat(new Representation(List.of(1)).gzipTag())
        .isNotEqualTo(new Representation(List.of(1)).tag());
  }

  @Test
  void theCompressedFormIsTheSameContent() throws IOException {
    Representation representation = new Representation(List.of("x".repeat(10_000)));

    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(representation.gzip()))) {
      assertThat(in.readAllBytes()).isEqualTo(representation.identity());
    }
    assertThat(representation.gzip()).hasSizeLessThan(1000).isSameAs(representation.gzip());
  }
}
