// SPDX-License-Identifier: Apache-2.0
/** Savepoint requests and who follows them. */
@NullMarked
package dev.weir.monitor.savepoints;

import org.jspecify.annotations.NullMarked;
