// SPDX-License-Identifier: Apache-2.0
/** Answers kept whole for requests that come again. */
@NullMarked
package dev.weir.http.hot;

import org.jspecify.annotations.NullMarked;
