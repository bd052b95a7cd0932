// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The callers that an access rule includes.
 *
 * @param names names of callers
 * @param roles roles; a caller with any of them is included
 * @param everybody whether all known callers are included
 */
public record Subjects(Set<String> names, Set<String> roles, boolean everybody) {
  /** The word for all known callers. */
  public static final String EVERYBODY = "*";

  /** The word for no caller at all. */
  public static final String NOBODY = "none";

  private static final char ROLE = '@';

  /** Names with commas, such as those of certificates, are quoted. */
  private static final Pattern ENTRY =
      Pattern.compile("\\s*(?:(@?)\"([^\"]+)\"|([^,\"]+))\\s*(,|$)");

  /** Copies the sets. */
  public Subjects {
    names = Set.copyOf(names);
    roles = Set.copyOf(roles);
  }

  /**
   * Parses a comma-separated list: names, roles with {@code @} before them, {@code *} for all known
   * callers. {@code none} stands alone.
   *
   * @return empty if the text is no such list
   */
  public static Optional<Subjects> parse(String text) {
    if (text.strip().equals(NOBODY)) {
      return Optional.of(new Subjects(Set.of(), Set.of(), false));
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> roles = new LinkedHashSet<>();
    boolean everybody = false;
    Matcher entry = ENTRY.matcher(text);
    int end = 0;
    boolean more = true;
    while (more && entry.find(end) && entry.start() == end) {
      String plain = entry.group(3);
      String name = plain == null ? entry.group(1) + entry.group(2) : plain.strip();
      if (name.isEmpty() || name.equals(NOBODY) || name.equals(String.valueOf(ROLE))) {
        return Optional.empty();
      }
      if (name.equals(EVERYBODY)) {
        everybody = true;
      } else if (name.charAt(0) == ROLE) {
        roles.add(name.substring(1));
      } else {
        names.add(name);
      }
      end = entry.end();
      more = !entry.group(4).isEmpty();
    }
    return more ? Optional.empty() : Optional.of(new Subjects(names, roles, everybody));
  }

  /** Whether a caller with this name and these roles is included. */
  boolean include(String name, Set<String> itsRoles) {
    return everybody || names.contains(name) || itsRoles.stream().anyMatch(roles::contains);
  }
}
