// SPDX-License-Identifier: Apache-2.0
/** The documents, each with its requests. */
@NullMarked
package dev.weir.flink.documents;

import org.jspecify.annotations.NullMarked;
