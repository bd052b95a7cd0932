// SPDX-License-Identifier: Apache-2.0
/** Protection against foreign web pages: host names, origins, CORS, response headers. */
@NullMarked
package dev.weir.resources.browser;

import org.jspecify.annotations.NullMarked;
