// SPDX-License-Identifier: Apache-2.0
/** The endpoints of Flink 1.3, and those about all clusters. */
@NullMarked
package dev.weir.resources.classic;

import org.jspecify.annotations.NullMarked;
