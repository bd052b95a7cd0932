// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One entry class of a program.
 *
 * @param name fully qualified name of the class
 * @param description the program's own description; null if it has none
 */
public record JarEntryClass(
    @JsonProperty(value = "name", required = true) String name, @Nullable String description) {}
