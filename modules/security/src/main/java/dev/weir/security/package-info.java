// SPDX-License-Identifier: Apache-2.0
/**
 * Authentication and authorization: credentials, access levels, and the rules that connect both.
 */
@NullMarked
package dev.weir.security;

import org.jspecify.annotations.NullMarked;
