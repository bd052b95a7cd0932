// SPDX-License-Identifier: Apache-2.0
/** Answers about one cluster and its TaskManagers. */
@NullMarked
package dev.weir.model.cluster;

import org.jspecify.annotations.NullMarked;
