// SPDX-License-Identifier: Apache-2.0
/** Flink's own REST API of a cluster, below {@code /v1}. */
@NullMarked
package dev.weir.resources.v1;

import org.jspecify.annotations.NullMarked;
