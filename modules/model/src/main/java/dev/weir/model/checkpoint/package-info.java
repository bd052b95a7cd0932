// SPDX-License-Identifier: Apache-2.0
/** Answers about the checkpoints and savepoints of a job. */
@NullMarked
package dev.weir.model.checkpoint;

import org.jspecify.annotations.NullMarked;
