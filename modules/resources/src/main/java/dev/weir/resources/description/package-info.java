// SPDX-License-Identifier: Apache-2.0
/** The OpenAPI description and its page, the index, and the problem pages. */
@NullMarked
package dev.weir.resources.description;

import org.jspecify.annotations.NullMarked;
