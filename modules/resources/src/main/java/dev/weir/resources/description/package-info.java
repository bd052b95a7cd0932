// SPDX-License-Identifier: Apache-2.0
/** The description, its page, the index. */
@NullMarked
package dev.weir.resources.description;

import org.jspecify.annotations.NullMarked;
