// SPDX-License-Identifier: Apache-2.0
/**
 * The side of the embedded Flink that lives with Flink's classes, in a class loader that sees
 * neither the server's classes nor those of {@link dev.weir.embedded}.
 *
 * <p>{@link dev.weir.embedded.engine.FlinkEngine} is its one door, and only JDK types go through
 * it.
 */
@NullMarked
package dev.weir.embedded.engine;

import org.jspecify.annotations.NullMarked;
