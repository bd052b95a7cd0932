// SPDX-License-Identifier: Apache-2.0
/**
 * The part of the embedded Flink that runs together with Flink's classes. Its class loader sees
 * neither the server's classes nor those of {@link dev.weir.embedded}.
 *
 * <p>{@link dev.weir.embedded.engine.FlinkEngine} is its only entry point, with JDK types only.
 */
@NullMarked
package dev.weir.embedded.engine;

import org.jspecify.annotations.NullMarked;
