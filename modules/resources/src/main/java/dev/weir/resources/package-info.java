// SPDX-License-Identifier: Apache-2.0
/** The API as JAX-RS extensions, resources and providers. */
@NullMarked
package dev.weir.resources;

import org.jspecify.annotations.NullMarked;
