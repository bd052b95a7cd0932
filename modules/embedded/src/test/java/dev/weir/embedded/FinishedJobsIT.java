package dev.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.examples.WordCountResults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the embedded Flink remembers of jobs that have ended. */
class FinishedJobsIT {

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(FlinkSeries.class)
  void noMoreAreKeptThanAreConfigured(FlinkSeries series) throws Exception {
    try (EmbeddedFlink flink = EmbeddedFlink.start(series, options())) {
      RestClient rest = new RestClient(flink.address());
      String jar = rest.upload(examples());
      String first = rest.run(jar, "dev.weir.examples.WordCount");
      rest.awaitState(first, "FINISHED");
      String second = rest.run(jar, "dev.weir.examples.WordCount");
      rest.awaitState(second, "FINISHED");

      assertThat(rest.json("/jobs").get("jobs").findValuesAsText("id")).containsExactly(second);
    }
  }

  private EmbeddedFlinkOptions options() {
    return new EmbeddedFlinkOptions(
        directory, 1, 2, Map.of("jobstore.max-capacity", "1"), Duration.ofSeconds(20));
  }

  private static Path examples() {
    return Path.of(
        WordCountResults.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
