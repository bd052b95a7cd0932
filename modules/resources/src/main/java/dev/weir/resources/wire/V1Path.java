// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.monitor.snapshots.Json;
import java.util.List;
import java.util.regex.Pattern;

/** The paths of Flink's own API, and the form of its errors. */
public final class V1Path {
  private static final Pattern FORM =
      Pattern.compile("/*(?:clusters/[^/]+/+)?v1(?:/.*)?", Pattern.DOTALL);

  private V1Path() {}

  /**
   * Whether a path is one of Flink's API.
   *
   * @param path below the base address of the server or of a cluster
   */
  public static boolean contains(String path) {
    return FORM.matcher(path).matches();
  }

  /** An error as Flink sends it. */
  public static byte[] error(String text) {
    return Json.bytes(new Errors(List.of(text)));
  }

  private record Errors(List<String> errors) {}
}
