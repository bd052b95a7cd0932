package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The id of a task manager: what Flink calls its resource id.
 *
 * @param value 1 to 255 letters, digits or any of . : @ _ -
 */
public record TaskManagerId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("(?!\\.+$)[\\w.:@-]{1,255}");

  /**
   * Checks the form; whether there is one of that name is for the cluster to say.
   *
   * @throws MalformedIdException if it is anything else
   */
  @JsonCreator
  public TaskManagerId {
    if (!FORM.matcher(value).matches()) {
      throw new MalformedIdException(
          "a task manager id", value, "it must be 1 to 255 letters, digits or any of . : @ _ -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
