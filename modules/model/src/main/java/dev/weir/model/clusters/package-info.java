// SPDX-License-Identifier: Apache-2.0
/** Answers about several clusters at once. */
@NullMarked
package dev.weir.model.clusters;

import org.jspecify.annotations.NullMarked;
