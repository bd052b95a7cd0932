// SPDX-License-Identifier: Apache-2.0
/** Changes: their options and bodies, HEAD. */
@NullMarked
package dev.weir.resources.change;

import org.jspecify.annotations.NullMarked;
