// SPDX-License-Identifier: Apache-2.0
/** HTTP/2 frame by frame, for tests that send what no library would. */
@NullMarked
package dev.weir.testing.http2;

import org.jspecify.annotations.NullMarked;
