// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One uploaded program.
 *
 * @param id its id
 * @param name name of the file as it was uploaded
 * @param uploaded time of the upload, milliseconds since the epoch
 * @param entry its entry classes
 */
public record JarFile(
    @JsonProperty(value = "id", required = true) JarId id,
    String name,
    long uploaded,
    List<JarEntryClass> entry) {

  /** A copy in which entry classes without a description get this one. */
  public JarFile withDescriptions(String otherwise) {
    return new JarFile(
        id,
        name,
        uploaded,
        entry.stream()
            .map(one -> one.description() == null ? new JarEntryClass(one.name(), otherwise) : one)
            .toList());
  }
}
