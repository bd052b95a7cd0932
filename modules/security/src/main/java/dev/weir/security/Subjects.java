// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a rule is about.
 *
 * @param names callers by their names
 * @param roles callers by roles that they have
 * @param everybody all callers that are known
 */
public record Subjects(Set<String> names, Set<String> roles, boolean everybody) {
  /** All callers that are known. */
  public static final String EVERYBODY = "*";

  /** The word for no caller at all. */
  public static final String NOBODY = "none";

  private static final char ROLE = '@';

  /** Quotes are for names with commas in them, as those of certificates have. */
  private static final Pattern ENTRY =
      Pattern.compile("\\s*(?:(@?)\"([^\"]+)\"|([^,\"]+))\\s*(,|$)");

  /** Copies the sets. */
  public Subjects {
    names = Set.copyOf(names);
    roles = Set.copyOf(roles);
  }

  /**
   * Reads a list by commas: names, {@code @} before roles, {@code *} for everybody who is known, or
   * {@code none} alone.
   *
   * @return empty if it is none
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

  /** Whether a caller of that name, with those roles, is among them. */
  boolean include(String name, Set<String> itsRoles) {
    return everybody || names.contains(name) || itsRoles.stream().anyMatch(roles::contains);
  }
}
