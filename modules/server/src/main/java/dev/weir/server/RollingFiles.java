// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.weir.server.settings.LogSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rolling log files. When the newest file is full or the day has ended, it gets a date and a
 * number: {@code weir.log.2026-11-27.0}. Older files are deleted by age and total size.
 */
public final class RollingFiles {
  private RollingFiles() {}

  /**
   * Starts a Logback appender with such files.
   *
   * @return whether the file could be opened; false for an existing path that is no regular file
   */
  public static <E> boolean start(
      RollingFileAppender<E> appender,
      Encoder<E> encoder,
      Path file,
      LogSettings.Rolling rolling,
      Context context) {
    // A device such as /dev/null would be renamed at the end of the first day.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return false;
    }
    String newest = file.toAbsolutePath().toString();
    appender.setName(newest);
    appender.setContext(context);
    appender.setFile(newest);
    encoder.setContext(context);
    encoder.start();
    appender.setEncoder(encoder);
    SizeAndTimeBasedRollingPolicy<E> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(newest + ".%d{yyyy-MM-dd}.%i");
    policy.setMaxFileSize(new FileSize(rolling.maxBytes()));
    policy.setTotalSizeCap(new FileSize(rolling.maxTotalBytes()));
    policy.setMaxHistory(rolling.maxDays());
    policy.setCleanHistoryOnStart(true);
    policy.start();
    appender.setRollingPolicy(policy);
    appender.start();
    return appender.isStarted();
  }
}
