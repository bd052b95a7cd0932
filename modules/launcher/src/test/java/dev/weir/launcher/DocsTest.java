// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say of the tree, and of each other. */
class DocsTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
  private static final Pattern MAIN_TYPE =
      Pattern.compile("modules/[^/]+/src/(?:main|engine)/java/.+(?<!/package-info)\\.java");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|");
  private static final Pattern MODULE = Pattern.compile("<module>modules/([\\w.-]+)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>weir-([\\w.-]+)</artifactId>(?:\\s*<version>.*?</version>)?");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      return Stream.concat(files, top).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As GitHub makes an anchor of a heading. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
        .strip()
        .replace(' ', '-');
  }

  private static Set<String> anchors(Path page) {
    return HEADING
        .matcher(read(page))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toSet());
  }

  private static boolean resolves(Path page, String link) {
    if (link.contains(":")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && target.startsWith(ROOT)
        && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  @Test
  void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(10);
    for (Path page : pages()) {
      assertThat(LINK.matcher(CODE.matcher(read(page)).replaceAll("")).results())
          .extracting(link -> link.group(1))
          .allSatisfy(
              link ->
                  assertThat(resolves(page, link))
                      .as("%s in %s", link, ROOT.relativize(page))
                      .isTrue());
    }
  }

  @Test
  void theTableOfPackagesIsThatOfTheTree() throws IOException {
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
      files
          .map(ROOT::relativize)
          .filter(file -> file.toString().endsWith(".java"))
          .map(
              file ->
                  Pattern.compile("modules/[^/]+/src/(?:main|engine)/java/dev/weir/(.+)/[^/]+")
                      .matcher(file.toString()))
          .filter(Matcher::matches)
          .forEach(file -> packages.add(file.group(1).replace('/', '.')));
    }

    assertThat(ROW.matcher(read(ROOT.resolve("AGENTS.md"))).results())
        .extracting(row -> row.group(1))
        .containsExactlyElementsOf(packages);
  }

  @Test
  void noPackageButSecurityHasMoreThan25Types() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
      Map<Path, Long> types =
          files
              .filter(file -> MAIN_TYPE.matcher(ROOT.relativize(file).toString()).matches())
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

      assertThat(types).hasSizeGreaterThan(50);
      assertThat(types.keySet())
          .filteredOn(each -> types.get(each) > 25)
          .containsExactly(ROOT.resolve("modules/security/src/main/java/dev/weir/security"));
    }
  }

  @Test
  void thePictureOfTheModulesIsThatOfThePoms() {
    Set<String> edges = new TreeSet<>();
    for (String module :
        MODULE.matcher(read(ROOT.resolve("pom.xml"))).results().map(m -> m.group(1)).toList()) {
      String pom = read(ROOT.resolve("modules").resolve(module).resolve("pom.xml"));
      String own = pom.substring(pom.indexOf("</parent>"));
      int begin = own.indexOf("<dependencies>");
      if (begin >= 0) {
        ARTIFACT
            .matcher(own.substring(begin, own.indexOf("</dependencies>", begin)))
            .results()
            .filter(used -> isOfMainCode(own, used, begin))
            .forEach(used -> edges.add(module + " --> " + used.group(1)));
      }
    }

    assertThat(read(ROOT.resolve("docs/architecture.md")).lines().map(String::strip))
        .filteredOn(line -> line.matches("[\\w.-]+ --> [\\w.-]+"))
        .containsExactlyElementsOf(edges);
  }

  private static boolean isOfMainCode(String pom, MatchResult used, int begin) {
    String rest = pom.substring(begin + used.end());
    return !rest.substring(0, rest.indexOf("</dependency>")).contains("<scope>");
  }
}
