// SPDX-License-Identifier: Apache-2.0
/** Answers in the style of Flink 1.3. */
@NullMarked
package dev.weir.resources.style;

import org.jspecify.annotations.NullMarked;
