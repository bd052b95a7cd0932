// SPDX-License-Identifier: Apache-2.0
/** Weir inside a JobManager: the server, with Flink's configuration and Flink's log. */
@NullMarked
package dev.weir.jobmanager;

import org.jspecify.annotations.NullMarked;
