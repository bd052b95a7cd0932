// SPDX-License-Identifier: Apache-2.0
/**
 * Fixtures for the tests of every module: a server as a process, an HTTP client that may misbehave.
 */
@NullMarked
package dev.weir.testing;

import org.jspecify.annotations.NullMarked;
