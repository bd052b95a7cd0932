// SPDX-License-Identifier: Apache-2.0
/** Weir put together from settings, for whatever serves HTTP: the clusters watched, the API. */
@NullMarked
package dev.weir.server;

import org.jspecify.annotations.NullMarked;
