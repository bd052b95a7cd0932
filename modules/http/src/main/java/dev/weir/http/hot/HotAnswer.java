// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.monitor.snapshots.SnapshotRef;
import dev.weir.resources.wire.SnapshotHeaders;
import dev.weir.security.Access;
import dev.weir.security.AccessLevel;
import dev.weir.security.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that Jersey has given, ready to be given again of the current snapshot.
 *
 * @param snapshots leads to the current snapshot
 * @param cluster the cluster that the answer is about
 * @param level the access level that a caller needs
 * @param headers those that no snapshot changes
 */
record HotAnswer(
    SnapshotRef<?> snapshots, ClusterName cluster, AccessLevel level, Map<String, String> headers) {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** The snapshot for this caller; null if Jersey has to answer. */
  @Nullable Snapshot<?> snapshot(Caller caller, Instant now) {
    return Access.refusal(caller, cluster, level).isEmpty() ? snapshots.at(now) : null;
  }

  /** The answer to one request: 200, or 304 to a client that has the snapshot. */
  HotReply reply(Snapshot<?> snapshot, HotRequest request, Instant now) {
    SnapshotHeaders answer = SnapshotHeaders.of(snapshot, now, request::header);
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(answer.values());
    Instant until = SnapshotHeaders.changeAt(snapshot, now);
    if (answer.status() != 200) {
      return new HotReply(answer.status(), all, NOTHING, until);
    }
    byte[] body = answer.body();
    all.put(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    return new HotReply(200, all, request.isHead() ? NOTHING : ByteBuffer.wrap(body), until);
  }
}
