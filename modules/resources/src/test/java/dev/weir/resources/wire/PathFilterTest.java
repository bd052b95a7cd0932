// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFilterTest {
  @ParameterizedTest
  @CsvSource({
    "/jobs, /jobs",
    "//jobs, /jobs",
    "/weir///jobs//a/, /weir/jobs/a/",
    "/%6Fverview/%41%7a%30, /overview/Az0",
    "/jobs/%2F%25%2e%2B%C3%A9%3B, /jobs/%2F%25%2e%2B%C3%A9%3B",
    "/jobs;v=2/a;b, /jobs%3Bv=2/a%3Bb",
    "/jobs/a/cancel-with-savepoint/target-directory/file:///sp;v=2//x,"
        + "/jobs/a/cancel-with-savepoint/target-directory/file:///sp%3Bv=2//x",
    "//jobs//a//cancel-with-savepoint//target-directory/hdfs://h/sp,"
        + "/jobs/a/cancel-with-savepoint/target-directory/hdfs://h/sp"
  })
  void aPathHasOneForm(String path, String plain) {
    assertThat(PathFilter.plain(path)).isEqualTo(plain);
  }
}
