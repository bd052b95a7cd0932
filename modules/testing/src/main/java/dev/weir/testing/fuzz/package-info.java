// SPDX-License-Identifier: Apache-2.0
/** Random and mutated input, the same for the same seed, and what a server must make of it. */
@NullMarked
package dev.weir.testing.fuzz;

import org.jspecify.annotations.NullMarked;
