// SPDX-License-Identifier: Apache-2.0
/** Names, origins, CORS, headers for browsers. */
@NullMarked
package dev.weir.resources.browser;

import org.jspecify.annotations.NullMarked;
