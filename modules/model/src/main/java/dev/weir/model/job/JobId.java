// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.model.HexId;
import dev.weir.model.MalformedIdException;

/**
 * The id of a job.
 *
 * @param value 32 hexadecimal digits in lower case, as Flink makes them
 */
public record JobId(@JsonValue String value) {
  /** Takes an id from the cluster unchecked; {@link #parse} checks ids from clients. */
  @JsonCreator
  public JobId {
    requireNonNull(value);
  }

  /**
   * Parses an id from a client; its digits may be upper or lower case.
   *
   * @throws MalformedIdException if the text is not 32 hexadecimal digits
   */
  public static JobId parse(String text) {
    return HexId.read(text)
        .map(JobId::new)
        .orElseThrow(() -> new MalformedIdException("a job id", text, HexId.RIGHT));
  }

  @Override
  public String toString() {
    return value;
  }
}
