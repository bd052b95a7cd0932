// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.raw;

/**
 * An error answer of Flink.
 *
 * @param status the HTTP status
 * @param text what Flink says, often a whole stack trace; only for callers who may run programs
 */
public record FlinkError(int status, String text) {}
