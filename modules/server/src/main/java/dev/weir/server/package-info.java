// SPDX-License-Identifier: Apache-2.0
/**
 * Assembles Weir from its settings, independent of the HTTP server: the watched clusters and the
 * API.
 */
@NullMarked
package dev.weir.server;

import org.jspecify.annotations.NullMarked;
