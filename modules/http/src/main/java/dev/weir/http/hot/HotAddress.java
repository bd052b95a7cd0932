// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

/**
 * What an answer is kept under. The host is part of it: links name it, and it may choose the
 * cluster.
 *
 * @param host the header {@code Host} as sent
 * @param path path and query as sent
 */
record HotAddress(String host, String path) {}
