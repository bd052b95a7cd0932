// SPDX-License-Identifier: Apache-2.0
/** Authentication and access levels. */
@NullMarked
package dev.weir.resources.access;

import org.jspecify.annotations.NullMarked;
