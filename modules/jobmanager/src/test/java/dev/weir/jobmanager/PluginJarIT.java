// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.Notice;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the plugin, and what is not. */
class PluginJarIT {
  @Test
  void itCarriesWhatNoticeNamesAndTheirLicences() throws IOException {
    Set<String> works = Notice.works();
    List<String> carried = Notice.carried(BuiltJars.jobManager());

    assertThat(carried)
        .hasSizeGreaterThan(100)
        .allSatisfy(one -> assertThat(Notice.work(works, one)).as(one).isPresent());
    assertThat(entries())
        .contains("META-INF/LICENSE", "META-INF/NOTICE")
        .anyMatch(name -> name.startsWith("META-INF/licenses/logback"))
        .anyMatch(name -> name.startsWith("META-INF/licenses/jersey-server"));
  }

  /** Flink's classes and those that a plugin takes from Flink are not its own. */
  @Test
  void itHasNoClassThatFlinkBrings() throws IOException {
    assertThat(entries())
        .noneMatch(name -> name.startsWith("org/apache/flink/") && name.endsWith(".class"))
        .noneMatch(name -> name.matches("(org/slf4j|ch/qos/logback|org/apache/log4j)/.*"))
        .noneMatch(name -> name.startsWith("dev/weir/embedded") || name.endsWith(".jar"));
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(BuiltJars.jobManager().toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }
}
