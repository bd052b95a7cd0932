// SPDX-License-Identifier: Apache-2.0
/** Who asks, and what they may do: credentials, access levels and the rules between the two. */
@NullMarked
package dev.weir.security;

import org.jspecify.annotations.NullMarked;
