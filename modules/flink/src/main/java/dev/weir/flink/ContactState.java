// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands between a cluster and this server.
 *
 * @param answered when the cluster answered last; null if it never did
 * @param failed when it last did not; null if it always did
 * @param failure why it did not then; null if it always did
 * @param back when it answered for the first time after it had been lost; null if it never was
 * @param lost whether it is asked nothing now but whether it is back
 */
public record ContactState(
    @Nullable Instant answered,
    @Nullable Instant failed,
    @Nullable ClusterException failure,
    @Nullable Instant back,
    boolean lost) {}
