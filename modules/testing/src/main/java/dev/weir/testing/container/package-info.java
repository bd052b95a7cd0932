// SPDX-License-Identifier: Apache-2.0
/**
 * Servlet containers and application servers for tests: each is a process of its own, from the
 * distribution that its makers publish.
 */
@NullMarked
package dev.weir.testing.container;

import org.jspecify.annotations.NullMarked;
