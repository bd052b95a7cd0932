// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.snapshots.Representation;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.monitor.snapshots.SnapshotRef;
import dev.weir.resources.wire.EntityTags;
import dev.weir.resources.wire.JsonFilter;
import dev.weir.resources.wire.SnapshotFilter;
import dev.weir.security.Access;
import dev.weir.security.AccessLevel;
import dev.weir.security.Caller;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.jspecify.annotations.Nullable;

/**
 * An answer as Jersey gave it, to be given again, of the same snapshot or a newer one, for as long
 * as Jersey would.
 *
 * @param snapshots what it is made of
 * @param host the {@code Host} that it was given for
 * @param cluster the cluster that it is about
 * @param level what a caller needs
 * @param headers those that depend neither on the snapshot and its age nor on the form that is sent
 */
public record HotAnswer(
    SnapshotRef<?> snapshots,
    String host,
    ClusterName cluster,
    AccessLevel level,
    Map<String, String> headers) {
  private static final String MEDIA_TYPE = JsonFilter.JSON.toString();
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** What this caller would get the answer from now; null if that is not known. */
  public @Nullable Snapshot<?> snapshot(HotRequest request, Caller caller, Instant now) {
    return host.equals(request.host()) && Access.refusal(caller, cluster, level).isEmpty()
        ? snapshots.at(now)
        : null;
  }

  /** The form of a snapshot that is asked for, or 304 for those who have it. */
  public HotReply reply(Snapshot<?> snapshot, HotRequest request, Instant now) {
    Representation representation = snapshot.representation();
    boolean compressed = SnapshotFilter.isCompressed(representation, request.acceptEncoding());
    String tag = compressed ? representation.gzipTag() : representation.tag();
    long age = snapshot.age(now).toSeconds();
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("ETag", '"' + tag + '"');
    all.put("Age", Long.toString(age));
    all.put(
        "Last-Modified", FastHttpDateFormat.formatDate(snapshot.takenAt().toEpochMilli(), null));
    all.put(SnapshotFilter.FRESHNESS, snapshot.freshness(now).label());
    Instant until = until(snapshot, snapshot.takenAt().plusSeconds(age + 1), now);
    if (EntityTags.isKnown(request.ifNoneMatch(), tag)) {
      return new HotReply(304, all, NOTHING, until);
    }
    if (compressed) {
      all.put("Content-Encoding", "gzip");
    }
    byte[] body = compressed ? representation.gzip() : representation.identity();
    all.put("Content-Type", MEDIA_TYPE);
    all.put("Content-Length", Integer.toString(body.length));
    return new HotReply(200, all, request.isHead() ? NOTHING : ByteBuffer.wrap(body), until);
  }

  /** From when on it is older by a second, or not fresh any more. */
  private static Instant until(Snapshot<?> snapshot, Instant older, Instant now) {
    Instant stale = snapshot.staleFrom();
    return now.isBefore(stale) && stale.isBefore(older) ? stale : older;
  }
}
