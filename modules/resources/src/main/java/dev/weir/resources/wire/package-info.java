// SPDX-License-Identifier: Apache-2.0
/** Media types, entity tags, problems, identifiers, the selection of the cluster. */
@NullMarked
package dev.weir.resources.wire;

import org.jspecify.annotations.NullMarked;
