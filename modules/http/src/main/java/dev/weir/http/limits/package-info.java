// SPDX-License-Identifier: Apache-2.0
/** Limits of connections and clients. */
@NullMarked
package dev.weir.http.limits;

import org.jspecify.annotations.NullMarked;
