// SPDX-License-Identifier: Apache-2.0
/** Weir put together from settings, for whatever serves HTTP: the clusters watched, the API. */
package dev.weir.server;
