// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.settings.Settings;
import java.util.logging.Logger;

/** A process whose server is a fake that says what happens to it. */
final class EndingProcess {
  private EndingProcess() {}

  public static void main(String[] args) {
    System.exit(Main.run(args, EndingProcess::start));
  }

  private static Server start(Settings settings) {
    FakeServer server = new FakeServer();
    return new Server() {
      @Override
      public StartReport report() {
        return server.report();
      }

      @Override
      public void awaitEnd() throws InterruptedException {
        if (!settings.embedded().demo()) {
          server.awaitEnd();
        }
      }

      @Override
      public void close() {
        Logger.getLogger("dev.weir.launcher.EndingProcess").info("closing in order");
      }
    };
  }
}
