// SPDX-License-Identifier: Apache-2.0
/** Jobs, plans, savepoints. */
@NullMarked
package dev.weir.model.job;

import org.jspecify.annotations.NullMarked;
