// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.server.StartFailure;
import dev.weir.server.settings.Settings;

/** Starts the server that the settings describe. */
@FunctionalInterface
public interface ServerStarter {

  /**
   * Starts the server and returns when it listens. After a failure, nothing keeps running.
   *
   * @throws StartFailure if it cannot start, with a sentence for the user
   * @throws InterruptedException if the process was asked to end meanwhile
   */
  Server start(Settings settings) throws StartFailure, InterruptedException;
}
