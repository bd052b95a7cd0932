// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

/**
 * Why a cluster did not answer.
 *
 * @param timestamp when that was, milliseconds since the epoch
 * @param error one sentence
 */
public record ClusterError(long timestamp, String error) {}
