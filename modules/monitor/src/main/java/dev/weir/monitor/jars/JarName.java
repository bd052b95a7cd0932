// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.model.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Makes the name of a client's file a plain one that ends in {@code .jar}. */
final class JarName {
  /** In bytes: a file's name may have 255, and Flink puts 37 before it. */
  private static final int LONGEST = 200;

  /** Letters with a meaning in an address or a header, where the name will be a part of one. */
  private static final String UNUSUAL = "[^\\p{L}\\p{N} ._()+=@,-]";

  private JarName() {}

  /**
   * The last part of a path, each unusual letter replaced by an underscore, its end if it is too
   * long.
   *
   * @param given null if the client gave none
   * @throws ClusterException {@code INVALID} if the name does not end in {@code .jar}
   */
  static String plain(@Nullable String given) {
    String path = given == null ? "" : given;
    String name =
        path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
            .replaceAll(UNUSUAL, "_");
    if (!name.endsWith(".jar") || name.length() == ".jar".length()) {
      throw new ClusterException(
          Reason.INVALID,
          ProblemKind.NOT_A_JAR,
          "Only files whose name ends in .jar can be uploaded.");
    }
    return lastBytes(name);
  }

  /** The end of a name, of whole letters. */
  private static String lastBytes(String name) {
    int start = name.length();
    int bytes = 0;
    while (start > 0) {
      int letter = name.codePointBefore(start);
      bytes += Character.toString(letter).getBytes(UTF_8).length;
      if (bytes > LONGEST) {
        break;
      }
      start -= Character.charCount(letter);
    }
    return name.substring(start);
  }
}
