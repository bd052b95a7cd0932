// SPDX-License-Identifier: Apache-2.0
/** HTTP/1.1 before Grizzly: one reading of each request. */
@NullMarked
package dev.weir.http.http1;

import org.jspecify.annotations.NullMarked;
