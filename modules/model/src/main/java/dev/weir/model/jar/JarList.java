// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The uploaded programs: the answer of {@code GET /jars}.
 *
 * @param address base address of this server
 * @param files the programs, latest first
 */
public record JarList(
    String address, @JsonProperty(value = "files", required = true) List<JarFile> files) {

  /** A copy with another base address. */
  public JarList at(String base) {
    return new JarList(base, files);
  }
}
