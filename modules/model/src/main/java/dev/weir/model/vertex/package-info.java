// SPDX-License-Identifier: Apache-2.0
/** Vertices, subtasks, attempts. */
@NullMarked
package dev.weir.model.vertex;

import org.jspecify.annotations.NullMarked;
