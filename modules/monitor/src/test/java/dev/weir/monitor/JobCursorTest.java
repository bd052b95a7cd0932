// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.clusters.ClusterName;
import dev.weir.model.job.JobId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobCursorTest {
  private static JobCursor cursor(long startTime, String cluster, String digit) {
    return new JobCursor(startTime, new ClusterName(cluster), new JobId(digit.repeat(32)));
  }

  @Test
  void whatAClientWasGivenIsUnderstood() {
    JobCursor cursor = cursor(1795354760375L, "prod_eu-1", "a");

    assertThat(JobCursor.parse(cursor.toString())).contains(cursor);
    assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void theLastToStartComesFirstThenClustersAndJobsByName() {
    List<JobCursor> ordered =
        List.of(cursor(2, "b", "0"), cursor(1, "a", "0"), cursor(1, "a", "1"), cursor(1, "b", "0"));

    assertThat(Stream.of(3, 0, 2, 1).map(ordered::get).sorted(JobCursor.ORDER)).isEqualTo(ordered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1/prod", "x/prod/00000000000000000000000000000000", "1/-/0", "\0"})
  void whatNobodyWasGivenIsNone(String content) {
    String text = Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));

    assertThat(JobCursor.parse(text)).isEmpty();
    assertThat(JobCursor.parse("%%%")).isEmpty();
  }
}
