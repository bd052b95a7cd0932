// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code NOTICE} has the works of others that the jars carry, and no other ones. */
class NoticeIT {
  private static final Path NOTICE = Path.of("..", "..", "NOTICE");

  /** A work: name, licence, and what of the jars is it. */
  private static final Pattern WORK = Pattern.compile("(?m)^ {2}\\S.* \\(.+\\): (.+)$");

  /** A library within another one is named for itself. */
  private static final Pattern WITHIN = Pattern.compile("shaded|repackaged");

  private static final Pattern VERSIONED = Pattern.compile("^META-INF\\.versions\\.\\d+\\.");

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

  private static Set<String> named() throws IOException {
    return WORK.matcher(Files.readString(NOTICE))
        .results()
        .flatMap(work -> Arrays.stream(work.group(1).split(", ", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Packages, and names of jars within, of works of others. */
  private static Stream<String> carried(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> carried =
          file.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(".class") || name.endsWith(".jar") || isScript(name))
              .map(NoticeIT::named)
              .filter(name -> !name.startsWith("dev.weir.") || name.contains("swagger-ui"))
              .filter(name -> !name.startsWith("weir-"))
              .distinct()
              .toList();
      return carried.stream();
    }
  }

  private static boolean isScript(String name) {
    return name.endsWith("swagger-ui-bundle.js");
  }

  private static String named(String entry) {
    if (entry.endsWith(".jar")) {
      return entry.substring(entry.lastIndexOf('/') + 1);
    }
    String dotted = entry.replace('/', '.');
    return VERSIONED
        .matcher(
            isScript(entry) ? dotted : entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'))
        .replaceFirst("");
  }

  private static boolean covers(String work, String carried) {
    return work.endsWith("*")
        ? carried.endsWith(".jar") && carried.startsWith(work.substring(0, work.length() - 1))
        : !carried.endsWith(".jar")
            && (carried.equals(work)
                || carried.startsWith(work + ".")
                || carried.startsWith(work + "-"));
  }

  private static Optional<String> work(Set<String> named, String carried) {
    return named.stream()
        .filter(work -> covers(work, carried))
        .max(Comparator.comparingInt(String::length))
        .filter(
            work ->
                carried.endsWith(".jar")
                    || !WITHIN.matcher(carried).find()
                    || WITHIN.matcher(work).find());
  }

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
        OTHER_LICENCE
            .matcher(Files.readString(NOTICE))
            .results()
            .map(work -> work.group(1))
            .toList();

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
    Set<String> named = named();
    Set<String> carried = new TreeSet<>();
    for (Path jar :
        List.of(BuiltJars.weir(), BuiltJars.weir().resolveSibling("weir-flink-1.20.jar"))) {
      carried(jar).forEach(carried::add);
    }

    assertThat(carried).allSatisfy(one -> assertThat(work(named, one)).as(one).isPresent());
    assertThat(
            carried.stream().flatMap(one -> work(named, one).stream()).collect(Collectors.toSet()))
        .as("works that are carried")
        .containsExactlyInAnyOrderElementsOf(named);
  }
}
