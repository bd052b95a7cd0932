// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Flink.
 *
 * @param text as Maven Central has it, such as {@code 1.20.4}
 */
public record FlinkVersion(String text) {
  private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d+)\\.(\\d+)([.-].+)?");

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it does not begin with two numbers
   */
  public FlinkVersion {
    requireNonNull(text);
    parts(text);
  }

  /** Whether this is that release line or a later one. */
  public boolean isAtLeast(int major, int minor) {
    return major() > major || (major() == major && minor() >= minor);
  }

  /** Whether this is the release line of another release or a later one. */
  public boolean isAtLeast(FlinkVersion other) {
    return isAtLeast(other.major(), other.minor());
  }

  /** The release line, such as {@code 1.20}. */
  public String line() {
    return major() + "." + minor();
  }

  @Override
  public String toString() {
    return text;
  }

  private int major() {
    return Integer.parseInt(parts(text).group(1));
  }

  private int minor() {
    return Integer.parseInt(parts(text).group(2));
  }

  private static Matcher parts(String text) {
    Matcher parts = MAJOR_MINOR.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a version of Flink: " + text);
    }
    return parts;
  }
}
