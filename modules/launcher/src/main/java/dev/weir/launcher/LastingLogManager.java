// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.util.logging.LogManager;

/**
 * A log manager that does not fall silent when the process is asked to end: the JDK's own drops all
 * handlers then, while the server still finishes its requests.
 *
 * <p>The JDK makes it, by the system property {@code java.util.logging.manager}.
 */
public final class LastingLogManager extends LogManager {

  /** Made by the JDK. */
  public LastingLogManager() {}

  /** Does nothing: handlers stay for as long as the process does. */
  @Override
  public void reset() {}
}
