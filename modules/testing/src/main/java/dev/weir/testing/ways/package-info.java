// SPDX-License-Identifier: Apache-2.0
/** One table of requests, sent in every way that there is to a server, and compared. */
@NullMarked
package dev.weir.testing.ways;

import org.jspecify.annotations.NullMarked;
