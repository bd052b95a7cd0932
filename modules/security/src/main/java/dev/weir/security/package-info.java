// SPDX-License-Identifier: Apache-2.0
/** Who asks, and what they may do: credentials, access levels and the rules between the two. */
package dev.weir.security;
