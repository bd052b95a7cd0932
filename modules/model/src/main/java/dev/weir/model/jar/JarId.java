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

  /** Takes what the cluster calls it; {@link #parse} checks what a client sends. */
  @JsonCreator
  public JarId {
    requireNonNull(value);
  }

  /**
   * Reads what a client sends; whether there is one of that name is for the cluster to say.
   *
   * @throws MalformedIdException if it is of another form
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
