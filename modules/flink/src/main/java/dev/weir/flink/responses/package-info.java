// SPDX-License-Identifier: Apache-2.0
/** Flink's answers, mapped to the model. */
@NullMarked
package dev.weir.flink.responses;

import org.jspecify.annotations.NullMarked;
