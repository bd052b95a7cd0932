package dev.weir.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a job.
 *
 * @param value 32 hexadecimal digits in lower case, as Flink makes them
 */
public record JobId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /** Takes what the cluster calls it; {@link #parse} checks what a client sends. */
  @JsonCreator
  public JobId {
    requireNonNull(value);
  }

  /**
   * Reads what a client sends; digits may be in either case.
   *
   * @throws MalformedIdException if it is anything but 32 hexadecimal digits
   */
  public static JobId parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(lower).matches()) {
      throw new MalformedIdException("a job id", text, "it must be 32 hexadecimal digits");
    }
    return new JobId(lower);
  }

  @Override
  public String toString() {
    return value;
  }
}
