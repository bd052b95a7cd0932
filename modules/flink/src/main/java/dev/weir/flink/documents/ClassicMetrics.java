// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of Flink 1.3.2 that have another name today. Flink lists them by that, and 1.x knew
 * some by both.
 */
final class ClassicMetrics {
  private static final String ALIGNMENT = "lastCheckpointAlignmentBuffered";
  private static final String NONE_YET = "-1";

  private static final Map<Pattern, String> TODAY = new LinkedHashMap<>();

  static {
    put("fullRestarts", "numRestarts");
    put("(\\d+)\\.currentLowWatermark", "$1.currentInputWatermark");
    put("Status\\.Network\\.((?:Available|Total)MemorySegments)", "Status.Shuffle.Netty.$1");
    put("(\\d+)\\.buffers\\.(inPoolUsage|inputQueueLength)", "$1.Shuffle.Netty.Input.Buffers.$2");
    put(
        "(\\d+)\\.buffers\\.(outPoolUsage|outputQueueLength)",
        "$1.Shuffle.Netty.Output.Buffers.$2");
    put(
        "(\\d+)\\.Network\\.((?:Input|Output)\\.\\d+\\.(?:total|min|max|avg)QueueLen)",
        "$1.Shuffle.Netty.$2");
    put(ALIGNMENT, "lastCheckpointSize");
  }

  private ClassicMetrics() {}

  private static void put(String classic, String today) {
    TODAY.put(Pattern.compile(classic), today);
  }

  /** What a metric of 1.3 is made of today; null for those that it did not have, or has still. */
  static @Nullable String today(String classic) {
    for (Map.Entry<Pattern, String> renamed : TODAY.entrySet()) {
      Matcher name = renamed.getKey().matcher(classic);
      if (name.matches()) {
        return name.replaceFirst(renamed.getValue());
      }
    }
    return null;
  }

  /**
   * The value of a metric of 1.3.
   *
   * @param value that of {@link #today}
   */
  static String value(String classic, String value) {
    if (classic.equals(ALIGNMENT)) {
      // Flink no longer buffers for alignment; there is a value once there is a checkpoint.
      return value.equals(NONE_YET) ? NONE_YET : "0";
    }
    return value;
  }
}
