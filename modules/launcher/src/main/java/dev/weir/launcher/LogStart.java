// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Keeps Logback from configuring itself by files that it finds. {@link Logging} configures it from
 * the settings. Logback creates this class.
 */
public final class LogStart extends ContextAwareBase implements Configurator {

  /** For Logback, which creates it by reflection. */
  public LogStart() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
