// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

/**
 * The exception of one task.
 *
 * @param exception its stack trace
 * @param task name of the task with its number, such as {@code Map (1/2)}
 * @param location host and data port of its task manager; {@code (unassigned)} if it had none
 */
public record TaskException(String exception, String task, String location) {}
