// SPDX-License-Identifier: Apache-2.0
/**
 * A local Flink inside this process, in a class loader of its own.
 *
 * <p>This package uses only the JDK. Code that uses Flink is in {@code dev.weir.embedded.engine},
 * which is not on the server's class path.
 */
@NullMarked
package dev.weir.embedded;

import org.jspecify.annotations.NullMarked;
