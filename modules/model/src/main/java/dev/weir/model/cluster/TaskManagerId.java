// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.model.MalformedIdException;
import java.util.regex.Pattern;

/**
 * The id of a task manager: what Flink calls its resource id.
 *
 * @param value any text: {@code taskmanager.resource-id} may be set to one
 */
public record TaskManagerId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("(?!\\.++$)\\P{Cntrl}{1,255}");

  /** Takes what the cluster calls it; {@link #parse} checks what a client sends. */
  @JsonCreator
  public TaskManagerId {
    requireNonNull(value);
  }

  /**
   * Reads what a client sends; whether there is one of that name is for the cluster to say.
   *
   * @throws MalformedIdException if it is of another form
   */
  public static TaskManagerId parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new MalformedIdException(
          "a task manager id",
          text,
          "it must be 1 to 255 characters other than control characters, and not dots alone");
    }
    return new TaskManagerId(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
