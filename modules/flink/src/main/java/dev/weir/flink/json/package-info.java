// SPDX-License-Identifier: Apache-2.0
/** Lenient reading of JSON. */
@NullMarked
package dev.weir.flink.json;

import org.jspecify.annotations.NullMarked;
