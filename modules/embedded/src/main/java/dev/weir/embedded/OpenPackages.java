// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The packages of {@code java.base} that Flink's serializers and closure cleaner open by
 * reflection.
 */
final class OpenPackages {

  /** The packages that Flink's own start scripts open. */
  static final List<String> NEEDED =
      List.of(
          "java.lang",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.text",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "sun.nio.ch");

  private OpenPackages() {}

  /** A warning with a recommended action, if one of the packages is closed to Flink. */
  static Optional<String> warning(ClassLoader flink) {
    List<String> closed =
        NEEDED.stream()
            .filter(name -> !Object.class.getModule().isOpen(name, flink.getUnnamedModule()))
            .toList();
    return closed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Jobs may fail in Flink's serializers, because Java keeps packages closed to them."
                + " Recommended action: start Java with "
                + closed.stream()
                    .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                    .collect(Collectors.joining(" ")));
  }
}
