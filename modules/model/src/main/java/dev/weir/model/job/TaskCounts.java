// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

/**
 * Number of a job's subtasks by state; the parts add up to the total.
 *
 * @param total all subtasks
 * @param pending created, scheduled or being deployed
 * @param running running, or restoring their state
 * @param finished finished
 * @param canceling being cancelled
 * @param canceled cancelled
 * @param failed failed
 */
public record TaskCounts(
    int total, int pending, int running, int finished, int canceling, int canceled, int failed) {}
