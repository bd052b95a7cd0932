// SPDX-License-Identifier: Apache-2.0
/** Forwarded headers. */
@NullMarked
package dev.weir.resources.proxy;

import org.jspecify.annotations.NullMarked;
