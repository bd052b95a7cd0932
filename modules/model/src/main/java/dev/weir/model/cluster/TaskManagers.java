// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.cluster;

import java.util.List;

/**
 * Task managers of a cluster: the answer of {@code /taskmanagers} and, with a single entry, of
 * {@code /taskmanagers/<taskmanagerid>}.
 *
 * @param taskmanagers the task managers
 */
public record TaskManagers(List<TaskManager> taskmanagers) {}
