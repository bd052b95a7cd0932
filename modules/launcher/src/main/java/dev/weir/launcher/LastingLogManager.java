// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.util.logging.LogManager;

/**
 * A log manager that keeps logging during shutdown. The JDK's own drops all handlers then, while
 * the server still finishes its requests.
 *
 * <p>The JDK creates it by the system property {@code java.util.logging.manager}.
 */
public final class LastingLogManager extends LogManager {

  /** For the JDK, which creates it by reflection. */
  public LastingLogManager() {}

  /** Does nothing: handlers stay until the process ends. */
  @Override
  public void reset() {}
}
