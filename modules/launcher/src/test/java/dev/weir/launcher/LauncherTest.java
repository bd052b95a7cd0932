// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.model.FlinkSeries;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** What a command line does, prints and returns. */
class LauncherTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Settings> started = new ArrayList<>();
  private final FakeServer server = new FakeServer();

  @Test
  void aServerIsStartedReportedAndClosed() {
    server.finish();

    assertThat(run(this::start, "--port", "9090", "--set", "weir.embedded.slots=2", "--demo"))
        .isEqualTo(Launcher.OK);
    assertThat(started)
        .singleElement()
        .satisfies(
            settings -> {
              assertThat(settings.server().port()).isEqualTo(9090);
              assertThat(settings.embedded())
                  .isEqualTo(
                      new Settings.Embedded(FlinkSeries.V2_3, 1, 2, 50, true, Optional.empty()));
            });
    assertThat(out.toString()).startsWith("Weir 1.2, ").contains("http://127.0.0.1:8081/overview");
    assertThat(err.toString()).isEmpty();
    assertThat(server.isClosed()).isTrue();
  }

  @Test
  void everyOptionGivesItsSetting() {
    server.finish();

    run(this::start, "-p", "1", "--bind", "::1", "--cluster", "http://jm:8081", "--demo=false");
    run(this::start, "-Dweir.port=2", "-D", "weir.bind = 127.0.0.2", "--set=weir.http.workers=3");

    assertThat(started)
        .extracting(
            settings -> settings.server().port(),
            settings -> settings.server().bind(),
            settings -> settings.server().workers(),
            settings -> settings.clusters().get(0).addresses())
        .containsExactly(
            tuple(1, "::1", 16, List.of(URI.create("http://jm:8081"))),
            tuple(2, "127.0.0.2", 3, List.of()));
  }

  @Test
  void whereOthersCanReachTheServerNobodyStartsItByAccident() {
    assertThat(run(this::start, "--bind", "0.0.0.0")).isEqualTo(Launcher.USAGE);

    assertThat(err.toString())
        .startsWith("weir.bind is '0.0.0.0' (--bind), so others can reach the server")
        .contains("--set weir.security=none");
    assertThat(started).isEmpty();
  }

  @Test
  void whatIsUnsafeIsSaidWithWhatToDo() {
    server.finish();

    assertThat(run(this::start, "--bind", "0.0.0.0", "--set=weir.security=none")).isZero();

    assertThat(err.toString())
        .contains("Every caller that reaches 0.0.0.0", "Recommended action: ");
  }

  @Test
  void aCheckStartsNothingAndSaysWhatIsWrongAll() {
    assertThat(run(this::start, "--check", "--port=x", "--set=weir.embedded.slots=y"))
        .isEqualTo(Launcher.USAGE);
    assertThat(err.toString()).contains("weir.port is 'x'", "weir.embedded.slots is 'y'");

    assertThat(
            run(
                this::start,
                "--check",
                "--set=weir.tls.keystore=/no.p12",
                "--set=weir.security.token.file=/no.tokens"))
        .isEqualTo(Launcher.USAGE);
    assertThat(err.toString())
        .contains("weir.tls.keystore is '/no.p12' (--set), but is not there", "/no.tokens is not");
    assertThat(out.toString()).doesNotContain("can be used");

    assertThat(run(this::start, "--check", "--port=0", "--cluster=http://127.0.0.1:1")).isZero();
    assertThat(out.toString())
        .contains("Cluster default: 127.0.0.1:1 is not reachable", "The settings can be used.");
    assertThat(started).isEmpty();
  }

  @Test
  void aCheckTellsAPortThatIsTakenFromAnAddressThatCannotBeHad() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "--port=" + taken.getLocalPort();
      assertThat(run(this::start, "--check", port, "--cluster=http://127.0.0.1:1")).isZero();
      assertThat(out.toString()).contains(taken.getLocalPort() + " ");

      // An address for documentation alone (RFC 5737).
      assertThat(run(this::start, "--check", port, "--bind=192.0.2.1")).isEqualTo(Launcher.USAGE);
      assertThat(err.toString()).contains("192.0.2.1");
    }
    assertThat(started).isEmpty();
  }

  @Test
  void aTokenIsMadeForAName() {
    assertThat(run(this::start, "token", "ci")).isZero();

    assertThat(out.toString())
        .containsPattern("client alone: +weir_[A-Za-z0-9_-]{43}\\R")
        .containsPattern("weir.security.token.file: ci:[0-9a-f]{64}\\R");
    assertThat(run(this::start, "token", "a:b")).isEqualTo(Launcher.USAGE);
    assertThat(run(this::start, "token")).isEqualTo(Launcher.USAGE);
    assertThat(started).isEmpty();
  }

  @Test
  void severalClustersAreGivenByAsManyOptions() {
    server.finish();

    run(this::start, "--cluster", "a=http://a1,http://a2", "--cluster=b=http://b");

    assertThat(started.get(0).clusters())
        .extracting(cluster -> cluster.name().value(), Settings.Cluster::addresses)
        .containsExactly(
            tuple("a", List.of(URI.create("http://a1"), URI.create("http://a2"))),
            tuple("b", List.of(URI.create("http://b"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot 1 | There is no option '--prot'; the nearest is --port. See --help.
          -x | There is no option '-x'. See --help.
          job.jar | There is no option 'job.jar'. See --help.
          --port | Missing required parameter for option '--port' (PORT). See --help.
          -p 1 --port 2 | --port is given twice. See --help.
          --set weir.port | --set takes key=value, such as weir.max-staleness=10s; the argument has no key before '='. See --help.
          --set =1 | --set takes key=value, such as weir.max-staleness=10s; the argument has no key before '='. See --help.
          --set weir.prot=1 | weir.prot is given (--set), but there is no such setting; the nearest is weir.port.
          --port x | weir.port is 'x' (--port), but must be a whole number from 0 to 65535.
          --port -1 | weir.port is '-1' (--port), but must be a whole number from 0 to 65535.
          --demo=perhaps | weir.demo is 'perhaps' (--demo), but must be true or false.
          -p 1 --set weir.port=1 | weir.port is given twice on the command line.
          """)
  void aWrongCommandLineIsAnsweredWithOneLine(String args, String answer) {
    assertThat(run(this::start, args.split(" "))).isEqualTo(Launcher.USAGE);
    assertThat(err.toString()).isEqualTo(answer + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
    assertThat(started).isEmpty();
  }

  @Test
  void aFailedStartIsAnsweredWithOneLine() {
    int code =
        run(
            settings -> {
              throw new StartFailure("Port 8081 is in use.", new IllegalStateException("cause"));
            });

    assertThat(code).isEqualTo(Launcher.NOT_STARTED);
    assertThat(err.toString()).isEqualTo("Port 8081 is in use." + System.lineSeparator());
  }

  @Test
  void anUnexpectedFailureIsAnsweredWithOneLineToo() {
    int code =
        run(
            settings -> {
              throw new IllegalStateException("two\nlines");
            });

    assertThat(code).isEqualTo(Launcher.NOT_STARTED);
    assertThat(err.toString())
        .isEqualTo(
            "Weir has failed: java.lang.IllegalStateException: two lines. Use --set weir.log.level=debug to log the stack trace."
                + System.lineSeparator());
  }

  @Test
  void atLevelDebugTheLogSaysWhereAFailureIsFromAndWhereSettingsAre() {
    run(
        settings -> {
          throw new IllegalStateException("broken");
        },
        "--set",
        "weir.log.level=debug");

    assertThat(err.toString())
        .contains("weir.log.level is debug (--set)")
        .contains("\tat dev.weir.launcher.LauncherTest");
  }

  @Test
  void aServerThatFailsAfterItsStartIsClosed() {
    run(
        settings -> {
          started.add(settings);
          return new ForwardingFailure(server);
        });

    assertThat(server.isClosed()).isTrue();
  }

  @Test
  void theVersionNamesWeirFlinkAndJava() {
    assertThat(run(this::start, "--version")).isEqualTo(Launcher.OK);
    assertThat(out.toString().lines())
        .containsExactly(
            "Weir 1.2",
            "Embedded Flink 2.3.0",
            "Embedded Flink 1.20.5 with --flink 1.20",
            "Java %s (%s)"
                .formatted(System.getProperty("java.version"), System.getProperty("java.vendor")));
  }

  @Test
  void theVersionsOfTheBuildAreWrittenDown() {
    assertThat(Versions.ofBuild().weir()).matches("\\d+\\.\\d+.*");
    assertThat(Versions.ofBuild().flink()).isEqualTo(FlinkSeries.V2_3.version());
  }

  private Server start(Settings settings) {
    started.add(settings);
    return server;
  }

  private int run(ServerStarter starter, String... args) {
    Launcher launcher =
        new Launcher(
            starter,
            arguments -> new SettingsSources(arguments, Map.of(), Map.of()),
            new Versions("1.2", "2.3.0"),
            Ansi.OFF);
    return launcher.run(args, new PrintWriter(out), new PrintWriter(err));
  }

  /** Cannot even report. */
  private record ForwardingFailure(FakeServer server) implements Server {
    @Override
    public StartReport report() {
      throw new IllegalStateException("no report");
    }

    @Override
    public void awaitEnd() throws InterruptedException {
      server.awaitEnd();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
