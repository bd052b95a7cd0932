// SPDX-License-Identifier: Apache-2.0
/** Forwarded headers, trusted proxies, and limits per client. */
@NullMarked
package dev.weir.resources.proxy;

import org.jspecify.annotations.NullMarked;
