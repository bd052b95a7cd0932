// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.model.MalformedIdException;
import java.util.regex.Pattern;

/**
 * The id of an uploaded program: a file name, never a path.
 *
 * @param value a file name that ends in .jar
 */
public record JarId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,250}\\.jar");

  /** Takes an id from the cluster unchecked; {@link #parse} checks ids from clients. */
  @JsonCreator
  public JarId {
    requireNonNull(value);
  }

  /**
   * Parses an id from a client. Only the cluster knows whether the jar exists.
   *
   * @throws MalformedIdException if the text has another form
   */
  public static JarId parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new MalformedIdException("a jar id", text, "it must be a file name that ends in .jar");
    }
    return new JarId(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
