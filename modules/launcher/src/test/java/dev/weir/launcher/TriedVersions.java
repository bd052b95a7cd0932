package dev.weir.launcher;

import dev.weir.testing.flink.FlinkVersion;
import java.util.Arrays;
import java.util.List;

/** The Flinks that the contract is tried on: the last release of each line in Maven Central. */
final class TriedVersions {
  static final List<FlinkVersion> ALL =
      versions(
          "1.15.4", "1.16.3", "1.17.2", "1.18.1", "1.19.3", "1.20.5", "2.0.2", "2.1.3", "2.2.1",
          "2.3.0");

  private TriedVersions() {}

  /** Those of some lines, {@code 1.20,2.3}; all of them if none are named. */
  static List<FlinkVersion> of(String lines) {
    if (lines.isBlank()) {
      return ALL;
    }
    List<String> named = Arrays.asList(lines.split(",", -1));
    return ALL.stream().filter(version -> named.contains(version.line())).toList();
  }

  private static List<FlinkVersion> versions(String... texts) {
    return Arrays.stream(texts).map(FlinkVersion::new).toList();
  }
}
