// SPDX-License-Identifier: Apache-2.0
/** What Weir's speed is measured with: benchmarks of single steps, and clusters to poll. */
@NullMarked
package dev.weir.benchmarks;

import org.jspecify.annotations.NullMarked;
