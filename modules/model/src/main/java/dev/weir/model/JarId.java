package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The id of an uploaded program: a file name, never a path.
 *
 * @param value a file name that ends in .jar
 */
public record JarId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,250}\\.jar");

  /**
   * Checks the form; whether there is one of that name is for the cluster to say.
   *
   * @throws MalformedIdException if it is anything else
   */
  @JsonCreator
  public JarId {
    if (!FORM.matcher(value).matches()) {
      throw new MalformedIdException("a jar id", value, "it must be a file name that ends in .jar");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
