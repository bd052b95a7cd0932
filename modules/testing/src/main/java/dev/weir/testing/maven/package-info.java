// SPDX-License-Identifier: Apache-2.0
/** What tests fetch from Maven repositories, as the build that runs them does. */
@NullMarked
package dev.weir.testing.maven;

import org.jspecify.annotations.NullMarked;
