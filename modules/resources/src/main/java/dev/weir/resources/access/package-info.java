// SPDX-License-Identifier: Apache-2.0
/** Who asks, and what they may do. */
@NullMarked
package dev.weir.resources.access;

import org.jspecify.annotations.NullMarked;
