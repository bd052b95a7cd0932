// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Options of the embedded Flink.
 *
 * @param workDirectory directory for Flink's files, created if missing. {@code log}, {@code
 *     checkpoints} and {@code savepoints} stay; {@code flink} is removed at the end. Two running
 *     instances cannot share it
 * @param taskManagers number of TaskManagers, at least 1
 * @param slotsPerTaskManager task slots of each TaskManager, at least 1
 * @param configuration Flink's own keys and values. They override Weir's defaults, except the keys
 *     that Weir sets itself: where the REST endpoint listens ({@code rest.address}, {@code
 *     rest.port} and their {@code bind} forms), where Flink logs ({@code web.log.path}, {@code
 *     taskmanager.log.path}, {@code taskmanager.system-out.mode}) and {@code
 *     taskmanager.numberOfTaskSlots}
 * @param shutdownDeadline how long {@link EmbeddedFlink#close} waits for Flink to stop
 */
public record EmbeddedFlinkOptions(
    Path workDirectory,
    int taskManagers,
    int slotsPerTaskManager,
    Map<String, String> configuration,
    Duration shutdownDeadline) {

  /**
   * Makes the path absolute, copies the map, and rejects numbers below 1 and a negative deadline.
   */
  public EmbeddedFlinkOptions {
    workDirectory = workDirectory.toAbsolutePath().normalize();
    configuration = Map.copyOf(configuration);
    requireAtLeastOne(taskManagers, "TaskManagers");
    requireAtLeastOne(slotsPerTaskManager, "slots of a TaskManager");
    if (shutdownDeadline.isNegative()) {
      throw new IllegalArgumentException(
          "The shutdown deadline cannot be negative, but is " + shutdownDeadline);
    }
  }

  private static void requireAtLeastOne(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "The number of " + what + " has to be at least 1, but is " + number);
    }
  }
}
