// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.weir.contract.ApiDescription;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages for users name only settings, options, variables, addresses and tests that exist. Settings
 * are those of the generated table, addresses those of the API descriptions.
 */
class DocsCommandsTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Set<String> FOR_DEVELOPERS = Set.of("architecture.md");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(weir\\.\\S+)` \\|[^|]*\\|[^|]*\\| (.*?) \\| `(WEIR_\\w+)` \\|");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  /** Not after a slash, as in /etc/weir/weir.p12. */
  private static final Pattern KEY = Pattern.compile("(?<![\\w./-])weir\\.[a-z][\\w.<>-]*…?");

  /** Files, hosts, code, and the key of the message about a key that there is not. */
  private static final Pattern NO_KEY =
      Pattern.compile(
          "weir\\.(jar|war|xml|yaml|args|uplaod\\.dir|log\\.\\d.*|example\\.org.*|updateBaseUri"
              + "|setRequestInterceptor|NewConfiguration|NewAPIClient|ServerConfigurations)");

  private static final Pattern VARIABLE = Pattern.compile("\\bWEIR_[A-Z0-9_]+");

  /**
   * The script's own, beginnings that are spoken of, a service link, and one that is no setting.
   */
  private static final Pattern OTHER_VARIABLE =
      Pattern.compile("WEIR_(CACHE|HOME|SERVICE_HOST|[A-Z]+_)");

  private static final Set<String> OWN_OPTIONS = Set.of("--help", "--version", "--check", "-D");
  private static final Set<String> OPTIONS_OF_OTHERS = Set.of("--add-opens", "--deploymentDir");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:([A-Z]+) )?(/(?:[\\w.-]+|<\\w+>)(?:/[^\\s?]*)?)(?:\\?\\S*)?");
  private static final Pattern CURL =
      Pattern.compile(
          "curl ((?:[^\\n`]|\\\\\n)*?)['\"]?(?:https?://)?"
              + "(?:localhost:8081|localhost:8080/weir|weir\\.example\\.org:8081)"
              + "(/[^\\s?'\"`]*)");
  private static final Pattern METHOD = Pattern.compile("-X ?([A-Z]+)");

  /** Methods by path, with {@code {}} for each parameter. */
  private final Map<String, Set<String>> classic = described(new ApiDescription(), "");

  /** The same of all that is served: the classic API, Flink's own and its dashboard. */
  private final Map<String, Set<String>> described = new LinkedHashMap<>(classic);

  DocsCommandsTest() {
    described.put("/v1", Set.of("GET"));
    described.putAll(described(ApiDescription.ofFlinkApi(), "/v1"));
  }

  private static Map<String, Set<String>> described(ApiDescription description, String prefix) {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    Json.parse(description.json(URI.create("http://localhost:8081"), List.of("one")))
        .path("paths")
        .properties()
        .forEach(
            path ->
                methods.put(
                    prefix + path.getKey().replaceAll("\\{\\w+}", "{}"),
                    path.getValue().properties().stream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT))
                        .collect(toSet())));
    return methods;
  }

  /** Text by page, of those for users. */
  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String top : List.of("README.md", "SECURITY.md")) {
      pages.put(top, Files.readString(ROOT.resolve(top)));
    }
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      for (Path page : docs.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        String name = page.getFileName().toString();
        if (!FOR_DEVELOPERS.contains(name)) {
          pages.put(name, Files.readString(page));
        }
      }
    }
    return pages;
  }

  private static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve(name));
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(page("configuration.md")).results().toList();
  }

  /** What stands in code: spans, and the lines of blocks. */
  private static List<String> code(String page) {
    List<String> code = new ArrayList<>();
    BLOCK.matcher(page).results().forEach(block -> code.add(block.group(2)));
    code.addAll(spans(page));
    return code;
  }

  private static List<String> spans(String page) {
    return CODE.matcher(BLOCK.matcher(page).replaceAll(""))
        .results()
        .map(span -> span.group(1))
        .toList();
  }

  @Test
  void settingsThatPagesNameExist() throws IOException {
    Set<String> keys = rows().stream().map(row -> row.group(1)).collect(toSet());
    assertThat(keys).hasSizeGreaterThan(100);
    for (Map.Entry<String, String> page : pages().entrySet()) {
      for (String code : code(page.getValue())) {
        assertThat(KEY.matcher(code).results().map(MatchResult::group))
            .as(page.getKey())
            .filteredOn(key -> !NO_KEY.matcher(key).matches())
            .allMatch(key -> isKnown(key, keys));
      }
    }
  }

  /** A whole key, or the beginning of one before an ellipsis or with a dot at its end. */
  private static boolean isKnown(String named, Set<String> keys) {
    String key = named.replaceFirst("^weir\\.clusters\\.[^.]+", "weir.clusters.<name>");
    String beginning = key.replace("…", "");
    return keys.contains(key.replaceFirst("\\.$", ""))
        || (key.matches(".*[.…]") && keys.stream().anyMatch(other -> other.startsWith(beginning)));
  }

  @Test
  void variablesThatPagesNameExist() throws IOException {
    Set<String> variables = rows().stream().map(row -> row.group(3)).collect(toSet());
    for (Map.Entry<String, String> page : pages().entrySet()) {
      assertThat(VARIABLE.matcher(page.getValue()).results().map(MatchResult::group))
          .as(page.getKey())
          .map(name -> name.replaceFirst("^WEIR_CLUSTERS_[A-Z]+_", "WEIR_CLUSTERS__NAME__"))
          .allMatch(name -> variables.contains(name) || OTHER_VARIABLE.matcher(name).matches());
    }
  }

  @Test
  void optionsThatPagesNameExist() throws IOException {
    Set<String> options =
        rows().stream()
            .flatMap(row -> CODE.matcher(row.group(2)).results())
            .map(option -> option.group(1))
            .collect(toSet());
    options.addAll(OWN_OPTIONS);
    options.addAll(OPTIONS_OF_OTHERS);
    assertThat(options).contains("--port", "-p", "--set");
    Map<String, String> pages = pages();
    String examples = pages.remove("examples.md");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(spans(page.getValue()))
          .as(page.getKey())
          .filteredOn(span -> span.startsWith("--"))
          .allMatch(span -> options.contains(span.replaceFirst("[ =].*", "")));
    }

    String sources = sourcesOfExamples();
    assertThat(spans(examples))
        .filteredOn(span -> span.startsWith("--") && !span.equals("--demo"))
        .isNotEmpty()
        .allMatch(
            span -> sources.contains("\"" + span.substring(2).replaceFirst(" .*", "") + "\""));
  }

  private static String sourcesOfExamples() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("examples", "examples-dataset")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve("modules/" + module + "/src/main"))) {
        for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    return sources.toString();
  }

  @Test
  void testsThatPagesNameExist() throws IOException {
    Set<String> files = new HashSet<>();
    try (Stream<Path> tree = Files.walk(ROOT.resolve("modules"))) {
      tree.forEach(file -> files.add(file.getFileName().toString()));
    }
    for (Map.Entry<String, String> page : pages().entrySet()) {
      assertThat(spans(page.getValue()))
          .as(page.getKey())
          .filteredOn(span -> span.matches("[A-Z][A-Za-z0-9]+(Test|IT)"))
          .allMatch(span -> files.contains(span + ".java"));
    }
  }

  @Test
  void configurationsThatPagesShowCanBeUsed(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("lab"), "secret");
    int shown = 0;
    for (Map.Entry<String, String> page : pages().entrySet()) {
      for (MatchResult block : BLOCK.matcher(page.getValue()).results().toList()) {
        if (block.group(1).equals("yaml")) {
          Path file =
              Files.writeString(
                  directory.resolve(shown++ + ".yaml"),
                  block.group(2).replace("/run/secrets", directory.toString()));
          assertThatCode(
                  () ->
                      SettingsResolver.resolve(
                          SettingsSources.of(Map.of("weir.config", file.toString()))))
              .as("%s%n%s", page.getKey(), block.group(2))
              .doesNotThrowAnyException();
        }
      }
    }
    assertThat(shown).isPositive();
  }

  @Test
  void addressesThatPagesNameAreDescribed() throws IOException {
    for (Map.Entry<String, String> page : pages().entrySet()) {
      assertThat(spans(page.getValue()).stream().map(ADDRESS::matcher))
          .as(page.getKey())
          .filteredOn(address -> address.matches() && isOfTheApi(address.group(2)))
          .allSatisfy(address -> assertDescribed(address.group(1), address.group(2)));
    }
  }

  @Test
  void commandsThatPagesShowAreForDescribedAddresses() throws IOException {
    int commands = 0;
    for (Map.Entry<String, String> page : pages().entrySet()) {
      for (MatchResult command : CURL.matcher(page.getValue()).results().toList()) {
        String options = command.group(1);
        MatchResult method = METHOD.matcher(options).results().findFirst().orElse(null);
        assertDescribed(
            method != null ? method.group(1) : options.contains("-F ") ? "POST" : "GET",
            command.group(2));
        commands++;
      }
    }
    assertThat(commands).isGreaterThan(10);
  }

  @Test
  void everyDescribedAddressIsOnThePageOfTheApi() throws IOException {
    List<String> named =
        spans(page("api.md")).stream()
            .flatMap(span -> Stream.of(span.substring(Math.max(0, span.indexOf('/')))))
            .filter(span -> span.startsWith("/"))
            .map(path -> path.replaceAll("<\\w+>", "{}"))
            .toList();

    assertThat(classic.keySet()).allMatch(path -> named.stream().anyMatch(path::endsWith));
  }

  /** Other paths in code are files of a machine. */
  private boolean isOfTheApi(String path) {
    return described.keySet().stream().anyMatch(other -> first(other).equals(first(path)));
  }

  private static String first(String path) {
    return path.replaceFirst("(?<=.)/.*", "");
  }

  private void assertDescribed(String method, String path) {
    String own = path.replaceFirst("^/clusters/(?!jobs\\b|overview\\b)[^/]+(?=/)", "");
    assertThat(described.entrySet())
        .as("%s %s", method, path)
        .anyMatch(
            operation ->
                fits(operation.getKey(), own)
                    && (method == null || operation.getValue().contains(method)));
  }

  /** Any segment for a parameter; what a page leaves out (…) is any number of them. */
  private static boolean fits(String described, String path) {
    return path.contains("…")
        ? described.matches(regex(path.replaceAll("<\\w+>", "{}"), "…", ".*"))
        : path.replaceFirst("(?<=.)/$", "").matches(regex(described, "{}", "[^/]+"));
  }

  private static String regex(String text, String wildcard, String meaning) {
    return Pattern.quote(text).replace(wildcard, "\\E" + meaning + "\\Q");
  }
}
