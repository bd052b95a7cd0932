// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.raw;

/**
 * What Flink answered to a change.
 *
 * @param status the HTTP status, 200 to 299
 * @param body the JSON
 */
public record FlinkAnswer(int status, RawJson body) {}
