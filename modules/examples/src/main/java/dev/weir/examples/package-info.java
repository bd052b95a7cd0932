// SPDX-License-Identifier: Apache-2.0
/**
 * Example jobs for Flink 2.x, one main class each, in one jar that can be uploaded to any cluster.
 *
 * <p>They use nothing but what a Flink cluster has on its own class path.
 */
@NullMarked
package dev.weir.examples;

import org.jspecify.annotations.NullMarked;
