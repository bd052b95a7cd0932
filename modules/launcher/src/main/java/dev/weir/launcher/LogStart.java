// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Keeps Logback from setting itself up by files that it finds: that is what {@link Logging} does,
 * by the settings. Logback makes it.
 */
public final class LogStart extends ContextAwareBase implements Configurator {

  /** Made by Logback. */
  public LogStart() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
