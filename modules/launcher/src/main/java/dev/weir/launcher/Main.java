// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.settings.sources.SettingsSources;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Help.Ansi;

/** Entry point of the process. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, StandaloneServer::start));
  }

  /**
   * Runs the command line in this process, with its properties, environment and streams.
   *
   * @return the exit code
   */
  static int run(String[] args, ServerStarter starter) {
    // Before anything logs: the first use decides which log manager is used.
    System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
    Thread.setDefaultUncaughtExceptionHandler(Main::uncaught);
    Launcher launcher =
        new Launcher(starter, SettingsSources::ofProcess, Versions.ofBuild(), Ansi.AUTO);
    return launcher.run(args, writer(System.out), writer(System.err));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  private static void uncaught(Thread thread, Throwable thrown) {
    FatalError.endIfOutOfMemory(thrown);
    Logger.getLogger(Main.class.getName())
        .log(Level.SEVERE, thrown, () -> "Thread " + thread.getName() + " has failed");
  }
}
