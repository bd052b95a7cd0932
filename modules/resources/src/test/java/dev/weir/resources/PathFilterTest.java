package dev.weir.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFilterTest {
  @ParameterizedTest
  @CsvSource({
    "/jobs, /jobs",
    "//jobs, /jobs",
    "/weir///jobs//a/, /weir/jobs/a/",
    "/jobs;v=2/a;b, /jobs%3Bv=2/a%3Bb",
    "/jobs/a/cancel-with-savepoint/target-directory/file:///sp;v=2//x,"
        + "/jobs/a/cancel-with-savepoint/target-directory/file:///sp%3Bv=2//x",
    "//jobs//a//cancel-with-savepoint//target-directory/hdfs://h/sp,"
        + "/jobs/a/cancel-with-savepoint/target-directory/hdfs://h/sp"
  })
  void aSemicolonIsALetterAndDoubledSlashesAreOne(String path, String plain) {
    assertThat(PathFilter.plain(path)).isEqualTo(plain);
  }
}
