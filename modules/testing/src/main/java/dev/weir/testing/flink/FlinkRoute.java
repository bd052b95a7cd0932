// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A route of Flink's own API, files of its web server left out.
 *
 * @param method the HTTP method
 * @param template the path, with variables that begin with a colon
 */
public record FlinkRoute(String method, String template) {
  private static final String FILES = "/:*";

  /**
   * The routes that a release line has registered.
   *
   * @param line {@code 1.20} or {@code 2.3}
   */
  public static List<FlinkRoute> of(String line) {
    String name = "routes-" + line + ".txt";
    try (InputStream in = requireNonNull(FlinkRoute.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(route -> route.split("\\s*\\|\\s*"))
          .filter(parts -> parts.length > 1 && !parts[0].equals(FILES))
          .map(parts -> new FlinkRoute(parts[1], parts[0]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
