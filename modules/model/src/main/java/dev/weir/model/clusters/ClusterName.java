// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.model.MalformedIdException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The configured name of a cluster.
 *
 * <p>The name is part of URLs, setting keys and directory names. It is restricted to characters
 * that mean the same in all three.
 *
 * @param value up to 63 ASCII letters, digits, {@code -} and {@code _}, beginning with a letter or
 *     digit
 */
public record ClusterName(@JsonValue String value) implements Comparable<ClusterName> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  /** Paths below {@code /clusters} that are no names of clusters. */
  private static final Set<String> RESERVED = Set.of("overview", "jobs");

  /**
   * Checks the form, not whether such a cluster is configured.
   *
   * @throws MalformedIdException if the form is wrong or the name is reserved
   */
  @JsonCreator
  public ClusterName {
    if (!FORM.matcher(value).matches()) {
      throw new MalformedIdException(
          "the name of a cluster",
          value,
          "it must be up to 63 letters, digits, - and _, beginning with a letter or digit");
    }
    if (isReserved(value)) {
      throw new MalformedIdException(
          "the name of a cluster", value, "/clusters/" + value + " is about all clusters");
    }
  }

  /** Whether no cluster may have this name: {@code overview} or {@code jobs}. */
  public static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  @Override
  public int compareTo(ClusterName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
