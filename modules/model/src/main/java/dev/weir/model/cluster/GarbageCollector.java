// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One garbage collector of a process.
 *
 * @param name its name
 * @param count collections so far
 * @param time total time of these collections, in milliseconds
 */
public record GarbageCollector(
    @JsonProperty(value = "name", required = true) String name, long count, long time) {}
