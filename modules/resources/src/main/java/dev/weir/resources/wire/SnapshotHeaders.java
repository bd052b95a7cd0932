// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.monitor.snapshots.Representation;
import dev.weir.monitor.snapshots.Snapshot;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Status, headers and body for sending a snapshot. They depend on the request's preconditions and
 * its {@code Accept-Encoding} (RFC 9110, 12.5.3 and 13.2). Both hot answers and answers by Jersey
 * use them.
 */
public final class SnapshotHeaders {
  private static final String AGE = "Age";
  private static final String FRESHNESS = "Weir-Freshness";
  private static final String MEDIA_TYPE = JsonFilter.JSON.toString();

  /** A shorter body fits into one packet; compression gains nothing. */
  private static final int MIN_COMPRESSED_BYTES = 1024;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Set<String> NAMES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    NAMES.addAll(
        Set.of(
            AGE,
            FRESHNESS,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED));
  }

  private final int status;
  private final Map<String, String> values;
  private final byte[] body;

  private SnapshotHeaders(int status, Map<String, String> values, byte[] body) {
    this.status = status;
    this.values = values;
    this.body = body;
  }

  /**
   * Whether a header depends on the snapshot, its age or the encoding, and so differs between
   * answers.
   *
   * @param name in any case
   */
  public static boolean contain(String name) {
    return NAMES.contains(name);
  }

  /**
   * The headers for a request.
   *
   * @param header returns a request header by its name, with several lines joined as one list; null
   *     if absent
   */
  public static SnapshotHeaders of(
      Snapshot<?> snapshot, Instant now, Function<String, @Nullable String> header) {
    Representation representation = snapshot.representation();
    boolean gzip =
        representation.identity().length >= MIN_COMPRESSED_BYTES
            && acceptsGzip(header.apply(HttpHeaders.ACCEPT_ENCODING));
    String tag = gzip ? representation.gzipTag() : representation.tag();
    Map<String, String> values = new LinkedHashMap<>();
    values.put(HttpHeaders.ETAG, '"' + tag + '"');
    values.put(AGE, Long.toString(snapshot.age(now).toSeconds()));
    values.put(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(snapshot.takenAt()));
    values.put(FRESHNESS, snapshot.freshness(now).label());
    if (!EntityTags.isAllowed(header.apply(HttpHeaders.IF_MATCH), tag)) {
      return new SnapshotHeaders(412, values, new byte[0]);
    }
    if (EntityTags.isKnown(header.apply(HttpHeaders.IF_NONE_MATCH), tag)) {
      return new SnapshotHeaders(304, values, new byte[0]);
    }
    if (gzip) {
      values.put(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    byte[] body = gzip ? representation.gzip() : representation.identity();
    values.put(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
    return new SnapshotHeaders(200, values, body);
  }

  /** When {@code Age} or {@code Weir-Freshness} next changes. */
  public static Instant changeAt(Snapshot<?> snapshot, Instant now) {
    Instant older = snapshot.takenAt().plusSeconds(snapshot.age(now).toSeconds() + 1);
    Instant stale = snapshot.staleFrom();
    return now.isBefore(stale) && stale.isBefore(older) ? stale : older;
  }

  /**
   * Whether a client takes gzip.
   *
   * @param acceptEncoding all values of the request header; null if absent
   */
  public static boolean acceptsGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String coding : acceptEncoding.split(",", -1)) {
      String[] parts = coding.strip().split("\\s*;\\s*q\\s*=\\s*", 2);
      if (parts[0].equalsIgnoreCase("gzip") || parts[0].equalsIgnoreCase("x-gzip")) {
        return parts.length == 1 || !parts[1].matches("0(\\.0*)?");
      }
    }
    return false;
  }

  /** The status: 200, or 304 or 412 by a precondition. */
  public int status() {
    return status;
  }

  /** The headers by name. Headers of the content are there only if the status is 200. */
  public Map<String, String> values() {
    return values;
  }

  /** The bytes of the snapshot; callers must not change them. Empty unless the status is 200. */
  public byte[] body() {
    return body;
  }
}
