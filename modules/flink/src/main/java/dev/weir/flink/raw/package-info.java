// SPDX-License-Identifier: Apache-2.0
/** Flink's own API as it is: requests, answers and errors in its words. */
@NullMarked
package dev.weir.flink.raw;

import org.jspecify.annotations.NullMarked;
