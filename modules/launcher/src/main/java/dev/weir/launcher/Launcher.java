// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.util.Objects.requireNonNull;

import dev.weir.security.TokenFile;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.Exposure;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.server.settings.sources.SettingsSources.Argument;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a command line: starts the server and waits for its end. */
public final class Launcher {
  /** The exit code of a normal end. */
  public static final int OK = 0;

  /** The exit code if the server could not start. */
  public static final int NOT_STARTED = 1;

  /** The exit code if an option or a setting is not valid. */
  public static final int USAGE = 2;

  private static final Logger LOG = Logger.getLogger(Launcher.class.getName());

  private final ServerStarter starter;
  private final Function<List<Argument>, SettingsSources> inputs;
  private final Versions versions;
  private final Ansi ansi;

  /**
   * Makes a launcher.
   *
   * @param starter starts the server
   * @param inputs makes the sources of settings from those of the command line
   * @param versions what {@code --version} says
   * @param ansi whether to print in colours
   */
  public Launcher(
      ServerStarter starter,
      Function<List<Argument>, SettingsSources> inputs,
      Versions versions,
      Ansi ansi) {
    this.starter = requireNonNull(starter, "starter");
    this.inputs = requireNonNull(inputs, "inputs");
    this.versions = requireNonNull(versions, "versions");
    this.ansi = requireNonNull(ansi, "ansi");
  }

  /**
   * Runs a command line until the server has ended.
   *
   * @param out standard output: help, version, and the report of the start
   * @param err standard error: problems and the log
   * @return the exit code
   */
  public int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine command = WeirCommand.create(versions);
    try {
      ParseResult parsed = command.parseArgs(args);
      if (parsed.isUsageHelpRequested()) {
        command.usage(out, ansi);
        return OK;
      }
      if (parsed.isVersionHelpRequested()) {
        command.printVersionHelp(out, ansi);
        return OK;
      }
      if (parsed.hasSubcommand()) {
        return token(parsed.subcommand(), out);
      }
      Settings settings = SettingsResolver.resolve(inputs.apply(WeirCommand.arguments(parsed)));
      return WeirCommand.isCheck(parsed)
          ? check(settings, out, err)
          : serve(settings, Exposure.of(settings), out, err);
    } catch (ParameterException e) {
      say(err, WeirCommand.complaint(e));
      return USAGE;
    } catch (SettingsException e) {
      say(err, e.explanation());
      return USAGE;
    }
  }

  private int token(ParseResult asked, PrintWriter out) {
    if (asked.isUsageHelpRequested()) {
      asked.commandSpec().commandLine().usage(out, ansi);
      return OK;
    }
    TokenFile.Made made = WeirCommand.token(asked);
    out.println("Token, for the client alone:       " + made.token());
    out.println("Line for weir.security.token.file: " + made.line());
    out.flush();
    return OK;
  }

  private static int check(Settings settings, PrintWriter out, PrintWriter err) {
    Check check = Check.of(settings);
    check.remarks().forEach(remark -> say(out, remark));
    List<String> problems = new ArrayList<>(check.problems());
    try {
      Logging.requireUsable(settings.log());
    } catch (StartFailure e) {
      problems.add(e.located(settings).explanation());
    }
    problems.forEach(problem -> say(err, problem));
    if (problems.isEmpty()) {
      say(out, "The settings can be used.");
    }
    return problems.isEmpty() ? OK : USAGE;
  }

  private int serve(Settings settings, List<String> unsafe, PrintWriter out, PrintWriter err) {
    try (Logging log = Logging.to(err, settings.log(), ZoneId.systemDefault())) {
      log.tell(settings);
      log.warn(unsafe);
      return serveLogged(settings, out, err);
    } catch (StartFailure e) {
      say(err, e.located(settings).explanation());
      return USAGE;
    }
  }

  private int serveLogged(Settings settings, PrintWriter out, PrintWriter err) {
    try (GracefulEnd end = GracefulEnd.of(settings.shutdownTimeout(), err)) {
      Server server = end.interruptibly(() -> starter.start(settings));
      try (server) {
        server.report().lines(ansi).forEach(out::println);
        out.flush();
        return end.interruptibly(
            () -> {
              server.awaitEnd();
              return OK;
            });
      }
    } catch (StartFailure e) {
      int code = failed(e.explanation(), e, err);
      return e.isOfSettings() ? USAGE : code;
    } catch (InterruptedException e) {
      return OK;
    } catch (RuntimeException | LinkageError e) {
      return failed(
          "Weir has failed: %s. Use --set weir.log.level=debug to log the stack trace."
              .formatted(e.toString().replaceAll("\\p{Cntrl}+", " ")),
          e,
          err);
    }
  }

  private static int failed(String sentence, Throwable cause, PrintWriter err) {
    LOG.log(Level.FINE, "Cause", cause);
    say(err, sentence);
    return NOT_STARTED;
  }

  private static void say(PrintWriter writer, String sentence) {
    writer.println(sentence);
    writer.flush();
  }
}
