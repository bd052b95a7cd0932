// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Request targets put together at random out of pieces of real ones and of tricks; the same every
 * time.
 */
final class RandomTargets {
  private static final long SEED = 20_170_601;
  private static final List<String> WORDS =
      List.of(
          "jobs",
          "joboverview",
          "running",
          "completed",
          "vertices",
          "subtasks",
          "attempts",
          "accumulators",
          "subtasktimes",
          "taskmanagers",
          "backpressure",
          "checkpoints",
          "details",
          "config",
          "exceptions",
          "plan",
          "metrics",
          "jars",
          "upload",
          "jobmanager",
          "log",
          "stdout",
          "overview",
          "clusters",
          "embedded",
          "openapi",
          "in-progress",
          "0",
          "1",
          "-1",
          "ffffffffffffffffffffffffffffffff",
          "none.jar");
  private static final List<String> ODDITIES =
      List.of(
          "",
          ".",
          "..",
          "..;",
          "%2f",
          "%252f",
          "%5c",
          "%00",
          "%",
          "%zz",
          ";",
          ";a=b",
          "%3f",
          "%23",
          "+",
          "*",
          "{}",
          "[]",
          "|",
          "\"",
          "<",
          "`",
          "'",
          "$",
          "\u00e9",
          "%e9",
          "%ed%a0%80",
          "~",
          "@",
          ":",
          "\\");
  private static final List<String> PARAMETERS =
      List.of(
          "get",
          "parallelism",
          "program-args",
          "entry-class",
          "savepointPath",
          "state",
          "cluster",
          "since",
          "limit",
          "cursor",
          "x",
          "",
          "%00");

  private final Random random = new Random(SEED);
  private final List<String> ids;

  /**
   * Makes a source of targets.
   *
   * @param ids real ids, so that some targets come near to something that exists
   */
  RandomTargets(List<String> ids) {
    this.ids = List.copyOf(ids);
  }

  /** Targets without end, each of them starting with a slash. */
  Stream<String> stream() {
    return Stream.generate(this::target);
  }

  private String target() {
    StringBuilder target = new StringBuilder();
    int segments = 1 + random.nextInt(9);
    for (int i = 0; i < segments; i++) {
      target.append('/').append(segment());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      target.append(target.indexOf("?") < 0 ? '?' : '&');
      target.append(one(PARAMETERS)).append('=').append(segment());
    }
    return target.toString();
  }

  private String segment() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> one(WORDS);
      case 5, 6 -> one(ids);
      case 7 -> one(ODDITIES);
      case 8 -> one(WORDS) + one(ODDITIES);
      default -> noise();
    };
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    for (byte b : bytes()) {
      noise.append('%').append("%02x".formatted(b));
    }
    return noise.toString();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(12)];
    random.nextBytes(bytes);
    return random.nextBoolean()
        ? bytes
        : new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
