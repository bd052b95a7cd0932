package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a job.
 *
 * @param value 32 hexadecimal digits in lower case
 */
public record JobId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /**
   * Accepts digits in either case.
   *
   * @throws MalformedIdException if it is anything but 32 hexadecimal digits
   */
  @JsonCreator
  public JobId {
    String given = value;
    value = value.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(value).matches()) {
      throw new MalformedIdException("a job id", given, "it must be 32 hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
