// SPDX-License-Identifier: Apache-2.0
/** Checkpoints. */
@NullMarked
package dev.weir.model.checkpoint;

import org.jspecify.annotations.NullMarked;
