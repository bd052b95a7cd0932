// SPDX-License-Identifier: Apache-2.0
/** The part that is compiled against Flink. */
@NullMarked
package dev.weir.embedded.engine;

import org.jspecify.annotations.NullMarked;
