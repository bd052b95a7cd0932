// SPDX-License-Identifier: Apache-2.0
/** Holds the description of the API to its own rules, to its past, and to real answers. */
@NullMarked
package dev.weir.testing.contract;

import org.jspecify.annotations.NullMarked;
