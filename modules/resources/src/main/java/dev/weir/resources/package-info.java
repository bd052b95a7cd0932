// SPDX-License-Identifier: Apache-2.0
/** The API as an implementation of JAX-RS is given it. */
@NullMarked
package dev.weir.resources;

import org.jspecify.annotations.NullMarked;
