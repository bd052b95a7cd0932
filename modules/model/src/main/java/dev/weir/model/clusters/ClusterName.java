// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.model.MalformedIdException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name under which the configuration knows a cluster.
 *
 * <p>It stands in addresses, keys of settings and names of directories, and is restricted to what
 * means the same in all of them.
 *
 * @param value up to 63 letters of ASCII, digits, {@code -} and {@code _}, beginning with a letter
 *     or digit
 */
public record ClusterName(@JsonValue String value) implements Comparable<ClusterName> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  /** What stands below {@code /clusters} itself. */
  private static final Set<String> RESERVED = Set.of("overview", "jobs");

  /**
   * Checks the form; whether there is a cluster of that name is another question.
   *
   * @throws MalformedIdException if it is anything else
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

  /** Whether a name is one that no cluster can have: {@code overview} or {@code jobs}. */
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
