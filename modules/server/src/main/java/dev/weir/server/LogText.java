// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts for one line of a log. */
public final class LogText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
  private static final int MOST_CAUSES = 5;

  private LogText() {}

  /** Messages may contain text from clients, which must not forge lines of the log. */
  public static String oneLine(@Nullable String text) {
    return text == null ? "" : CONTROL.matcher(text).replaceAll(" ");
  }

  /** An exception and its causes, each with the place that it was thrown at. */
  public static String of(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < MOST_CAUSES; t = t.getCause(), depth++) {
      text.append(depth == 0 ? "" : "; caused by ").append(t).append(place(t));
    }
    return oneLine(text.toString());
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
