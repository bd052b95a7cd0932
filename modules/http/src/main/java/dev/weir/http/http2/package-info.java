// SPDX-License-Identifier: Apache-2.0
/** HTTP/2 by Netty's codec, served by Grizzly's handlers. */
@NullMarked
package dev.weir.http.http2;

import org.jspecify.annotations.NullMarked;
