// SPDX-License-Identifier: Apache-2.0
/** Answers about vertices of a job, their subtasks and attempts. */
@NullMarked
package dev.weir.model.vertex;

import org.jspecify.annotations.NullMarked;
