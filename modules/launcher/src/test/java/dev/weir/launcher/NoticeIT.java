// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code NOTICE} has the works of others that the jars carry, and no other ones. */
class NoticeIT {
  /** A work whose licence asks for its text to go along. */
  private static final Pattern OTHER_LICENCE =
      Pattern.compile("(?m)^ {2}(\\S.*) \\((?!Apache-2.0|public domain).+\\): .+$");

  /**
   * Where a licence is.
   *
   * @param folder below {@code META-INF/licenses}
   * @param words that only this licence has
   */
  private record Licence(String folder, String words) {}

  private static final Licence KRYO = new Licence("kryo", "Nathan Sweet");
  private static final Licence SLF4J = new Licence("slf4j", "QOS.ch");
  private static final String EPL = "Eclipse Public License - v 2.0";

  /** By the work as {@code NOTICE} calls it. */
  private static final Map<String, Licence> LICENCES =
      Map.of(
          "ASM", new Licence("asm", "INRIA, France Telecom"),
          "Bouncy Castle", new Licence("bcprov-jdk18on", "Legion of the Bouncy Castle"),
          "Eclipse Grizzly", new Licence("grizzly-framework", EPL),
          "Eclipse HK2", new Licence("hk2-locator", EPL),
          "Eclipse Jersey", new Licence("jersey-server", EPL),
          "FastDoubleParser", new Licence("jackson-core", "Werner Randelshofer"),
          "Jakarta Annotations, RESTful Web Services", new Licence("jakarta.ws.rs-api", EPL),
          "Kryo, MinLog, ReflectASM", KRYO,
          "Logback", new Licence("logback", EPL),
          "SLF4J", SLF4J);

  private static void requireLicence(Path jar, Licence licence) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<JarEntry> texts =
          file.stream()
              .filter(entry -> entry.getName().startsWith("META-INF/licenses/" + licence.folder()))
              .filter(entry -> entry.getName().contains("LICENSE"))
              .toList();
      assertThat(texts)
          .as("%s in %s", licence, jar)
          .anyMatch(entry -> text(file, entry).contains(licence.words()));
    }
  }

  private static String text(JarFile file, JarEntry entry) {
    try (InputStream text = file.getInputStream(entry)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theTextsOfOtherLicencesThanOursAreInTheJars() throws IOException {
    List<String> works =
        OTHER_LICENCE.matcher(Notice.text()).results().map(work -> work.group(1)).toList();

    assertThat(LICENCES).containsOnlyKeys(works);
    for (Licence licence : LICENCES.values()) {
      requireLicence(BuiltJars.weir(), licence);
    }
    for (Licence licence : List.of(KRYO, SLF4J)) {
      requireLicence(BuiltJars.weir().resolveSibling("weir-flink-1.20.jar"), licence);
    }
  }

  @Test
  void itHasWhatTheJarsCarryAndNothingElse() throws IOException {
    Set<String> named = Notice.works();
    Set<String> carried = new TreeSet<>();
    for (Path jar :
        List.of(BuiltJars.weir(), BuiltJars.weir().resolveSibling("weir-flink-1.20.jar"))) {
      carried.addAll(Notice.carried(jar));
    }

    assertThat(carried).allSatisfy(one -> assertThat(Notice.work(named, one)).as(one).isPresent());
    assertThat(
            carried.stream()
                .flatMap(one -> Notice.work(named, one).stream())
                .collect(Collectors.toSet()))
        .as("works that are carried")
        .containsExactlyInAnyOrderElementsOf(named);
  }
}
