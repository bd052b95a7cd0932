// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.security.TokenFile;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages show in blocks marked {@code console} is done as it stands there, to a server with
 * the example jobs. A command for a running server stands in no other block. Starts of the jar are
 * run with {@code --check}, and what they name in {@code /etc/weir} is there.
 */
@Timeout(300)
class DocumentedCommandsIT {
  /** Uploads go to a relative directory, which Flink alone would not take. */
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(
          WeirProcess.launch().arguments("--demo", "--set", "weir.upload.dir=uploaded"));

  private static final Path ROOT = Path.of("..", "..");
  private static final String ADDRESS = "localhost:8081";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

  /** A command, with the lines that it goes on in, and what it prints. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\$ ((?:.*\\\\\n)*.*)\n((?:(?!\\$ ).*\n?)*)");

  /** A start of the jar, in a block or in a sentence. */
  private static final Pattern START =
      Pattern.compile("(?m)^ *(java (?:.*\\\\\n)*.*)$|`((?:\\w+=\\S+ )?java [^`]*)`");

  private static final Pattern JAR = Pattern.compile("[\\w/]*weir\\.jar");
  private static final String USED = "The settings can be used.";

  private static final Pattern STATUS = Pattern.compile("\"status\":([45]\\d\\d)|HTTP/1.1 (\\d+)");

  @TempDir private Path directory;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
      return pages;
    }
  }

  private static List<MatchResult> blocks(Path page) throws IOException {
    return BLOCK.matcher(Files.readString(page)).results().toList();
  }

  private static List<String> statuses(String text) {
    return STATUS
        .matcher(text)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  /** Names of headers, after the line with the status. */
  private static List<String> headers(String text) {
    return text.startsWith("HTTP/")
        ? text.lines().skip(1).map(line -> line.replaceFirst(":.*", "")).toList()
        : List.of();
  }

  @Test
  void commandsDoWhatThePagesShow() throws Exception {
    assumeThat(hasCommands()).as("bash and curl").isTrue();
    ClassicClient client = new ClassicClient(WEIR.baseUri());
    String jar =
        client
            .upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
            .json()
            .path("filename")
            .asText();
    String job =
        await().atMost(Duration.ofMinutes(1)).until(() -> running(client), id -> !id.isEmpty());
    int done = 0;
    for (Path page : pages()) {
      for (MatchResult block : blocks(page)) {
        if (block.group(1).equals("console")) {
          done += runAll(page + "\n" + block.group(2), block.group(2), job, jar);
        }
      }
    }
    assertThat(done).isGreaterThan(5);
  }

  private static String running(ClassicClient client) {
    for (JsonNode job : client.get("/joboverview/running").json().path("jobs")) {
      if (job.path("name").asText().contains("Checkpointed")
          && client
                  .get("/jobs/" + job.path("jid").asText() + "/checkpoints")
                  .json()
                  .at("/counts/completed")
                  .asInt()
              > 0) {
        return job.path("jid").asText();
      }
    }
    return "";
  }

  @Test
  void startsHaveSettingsThatCanBeUsed() throws Exception {
    assumeThat(hasCommands()).as("bash and curl").isTrue();
    configure(directory.resolve("etc"));
    Set<String> starts = new LinkedHashSet<>();
    for (Path page : pages()) {
      START
          .matcher(Files.readString(page))
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .filter(start -> JAR.matcher(start).find())
          .forEach(starts::add);
    }

    assertThat(starts).hasSizeGreaterThan(12);
    for (String start : starts) {
      boolean serves = !start.contains("--help") && !start.contains(" token ");
      String printed =
          shell(
              "java() { \"$JAVA_HOME/bin/java\" \"$@\" $CHECK; }\n"
                  + JAR.matcher(start)
                      .replaceAll(BuiltJars.weir().toString())
                      .replace("/etc/weir", directory.resolve("etc").toString()),
              Map.of("CHECK", serves && !start.contains("--check") ? "--check" : ""));
      assertThat(printed.contains(USED)).as("%s%n%s", start, printed).isEqualTo(serves);
    }
  }

  /** What the pages have in /etc/weir. */
  private static void configure(Path etc) throws Exception {
    Certificates certificates = new Certificates(Files.createDirectory(etc));
    certificates.keys("server");
    Files.move(certificates.pem("server"), etc.resolve("tls.crt"));
    Files.move(certificates.pemKey("server"), etc.resolve("tls.key"));
    Files.writeString(etc.resolve("htpasswd"), "alice:$2y$05$" + "a".repeat(53) + "\n");
    Files.writeString(etc.resolve("tokens"), TokenFile.make("grafana").line() + "\n");
    Files.writeString(etc.resolve("config.yaml"), "weir.cluster: http://127.0.0.1:1\n");
  }

  private int runAll(String where, String block, String job, String jar) throws Exception {
    List<MatchResult> commands = COMMAND.matcher(block).results().toList();
    assertThat(commands).as(where).isNotEmpty();
    for (MatchResult command : commands) {
      String printed = run(command.group(1), job, jar);
      assertThat(statuses(printed))
          .as("%s%n%s", where, printed)
          .isEqualTo(statuses(command.group(2)));
      // Their order is not the same each time.
      assertThat(headers(printed))
          .as(where)
          .containsExactlyInAnyOrderElementsOf(headers(command.group(2).stripTrailing()));
    }
    return commands.size();
  }

  private String run(String command, String job, String jar) throws Exception {
    return shell(
        command.replace(ADDRESS, WEIR.baseUri().getAuthority()), Map.of("JOB", job, "JAR", jar));
  }

  private String shell(String command, Map<String, String> environment) throws Exception {
    Path output = directory.resolve("output");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euc", command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    shell.environment().putAll(environment);
    Process process = shell.start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(command).isTrue();
      String printed = Files.readString(output).replace("\r", "");
      assertThat(process.exitValue()).as("%s%n%s", command, printed).isZero();
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  private boolean hasCommands() throws InterruptedException {
    try {
      return new ProcessBuilder("bash", "-c", "command -v curl head")
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("found").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aCommandForARunningServerIsInABlockThatIsRun() throws IOException {
    for (Path page : pages()) {
      assertThat(blocks(page))
          .as("%s: blocks with curl and %s are marked console, others text or sh", page, ADDRESS)
          .filteredOn(block -> !block.group(1).equals("console"))
          .noneMatch(block -> block.group(2).contains("curl") && block.group(2).contains(ADDRESS));
    }
  }
}
