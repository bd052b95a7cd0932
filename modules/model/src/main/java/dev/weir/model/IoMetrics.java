// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Data that a task exchanged with other tasks. Sources read nothing and sinks write nothing.
 *
 * @param readBytes bytes read
 * @param writeBytes bytes written
 * @param readRecords records read
 * @param writeRecords records written
 */
public record IoMetrics(
    @JsonProperty("read-bytes") long readBytes,
    @JsonProperty("write-bytes") long writeBytes,
    @JsonProperty("read-records") long readRecords,
    @JsonProperty("write-records") long writeRecords) {}
