// SPDX-License-Identifier: Apache-2.0
/** The client: connection, failover, circuit breaker, bulkhead. */
@NullMarked
package dev.weir.flink.http;

import org.jspecify.annotations.NullMarked;
