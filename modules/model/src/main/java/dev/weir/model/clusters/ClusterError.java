// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.clusters;

/**
 * Why a cluster did not answer.
 *
 * @param timestamp time of the failure, milliseconds since the epoch
 * @param error the reason, in one sentence
 */
public record ClusterError(long timestamp, String error) {}
