// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The allowed targets of savepoints. */
public final class SavepointDirectories {
  /** As Flink's {@code Path} reads one: nothing in it is decoded. */
  private static final Pattern DIRECTORY =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*+):)?(?://([^/]*+))?(/.*+)?", Pattern.DOTALL);

  private final List<Location> allowed;

  /** A directory in parts that can be compared; what is not given is empty. */
  private record Location(String scheme, String authority, List<String> segments) {
    boolean holds(Location other) {
      return scheme.equals(other.scheme)
          && authority.equals(other.authority)
          && segments.size() <= other.segments.size()
          && segments.equals(other.segments.subList(0, segments.size()));
    }
  }

  /**
   * Allows directories with all below them.
   *
   * @param allowed such as {@code s3://bucket/savepoints}; empty for any
   * @throws IllegalArgumentException if one is not an absolute directory
   */
  public SavepointDirectories(List<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(
                text ->
                    location(text)
                        .orElseThrow(() -> new IllegalArgumentException(text + " is relative.")))
            .toList();
  }

  /** Whether a text is an absolute directory, with a scheme or without. */
  public static boolean isOne(String text) {
    return location(text).isPresent();
  }

  /**
   * Rejects a directory that is not allowed.
   *
   * @param directory null for the cluster's default, which is always allowed
   * @throws ClusterException {@code INVALID} if not allowed
   */
  public void require(@Nullable String directory) {
    if (directory == null || allowed.isEmpty()) {
      return;
    }
    Optional<Location> asked = location(directory);
    if (asked.isEmpty() || allowed.stream().noneMatch(one -> one.holds(asked.get()))) {
      throw new ClusterException(
          Reason.INVALID,
          ProblemKind.DIRECTORY_NOT_ALLOWED,
          "The directory '"
              + Printable.of(directory)
              + "' is not in weir.savepoints.directories, so no savepoint may go there.");
    }
  }

  /** Empty for what cannot be compared: relative, or with letters that storage may decode. */
  private static Optional<Location> location(String text) {
    Matcher parts = DIRECTORY.matcher(text.strip());
    if (!parts.matches() || parts.group(3) == null || text.matches("(?s).*[%\\\\\\p{Cntrl}].*")) {
      return Optional.empty();
    }
    return Optional.of(
        new Location(small(parts.group(1)), small(parts.group(2)), normalized(parts.group(3))));
  }

  private static String small(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").toLowerCase(Locale.ROOT);
  }

  private static List<String> normalized(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        if (!segments.isEmpty()) {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return List.copyOf(segments);
  }
}
