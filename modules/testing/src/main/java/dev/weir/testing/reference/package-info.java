// SPDX-License-Identifier: Apache-2.0
/** What a Flink 1.3.2 answered: the reference that the classic API is compared with. */
@NullMarked
package dev.weir.testing.reference;

import org.jspecify.annotations.NullMarked;
