// SPDX-License-Identifier: Apache-2.0
/** The contract of the classic API as a suite of tests that any server can be put under. */
@NullMarked
package dev.weir.testing.conformance;

import org.jspecify.annotations.NullMarked;
