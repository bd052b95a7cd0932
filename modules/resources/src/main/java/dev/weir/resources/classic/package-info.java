// SPDX-License-Identifier: Apache-2.0
/** The endpoints of Flink 1.3 and of the clusters. */
@NullMarked
package dev.weir.resources.classic;

import org.jspecify.annotations.NullMarked;
