// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.model.MalformedIdException;
import java.util.regex.Pattern;

/**
 * The id of a task manager; Flink calls it the resource id.
 *
 * @param value any text, because {@code taskmanager.resource-id} can set it
 */
public record TaskManagerId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("(?!\\.++$)\\P{Cntrl}{1,255}");

  /** Takes an id from the cluster unchecked; {@link #parse} checks ids from clients. */
  @JsonCreator
  public TaskManagerId {
    requireNonNull(value);
  }

  /**
   * Parses an id from a client. Only the cluster knows whether the task manager exists.
   *
   * @throws MalformedIdException if the text has another form
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
