// SPDX-License-Identifier: Apache-2.0
/** Real Flink clusters of any version for tests: each process is one of the operating system's. */
@NullMarked
package dev.weir.testing.flink;

import org.jspecify.annotations.NullMarked;
