// SPDX-License-Identifier: Apache-2.0
/** The use cases: clusters, heartbeat, job search. */
@NullMarked
package dev.weir.monitor;

import org.jspecify.annotations.NullMarked;
