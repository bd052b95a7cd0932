// SPDX-License-Identifier: Apache-2.0
/** Changes: their options and bodies, and the handling of HEAD. */
@NullMarked
package dev.weir.resources.change;

import org.jspecify.annotations.NullMarked;
