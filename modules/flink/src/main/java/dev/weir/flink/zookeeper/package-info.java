// SPDX-License-Identifier: Apache-2.0
/** Finds the leading JobManager. */
@NullMarked
package dev.weir.flink.zookeeper;

import org.jspecify.annotations.NullMarked;
