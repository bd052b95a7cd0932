// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.resources.wire.EntityTags;
import dev.weir.resources.wire.SnapshotHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of Flink's dashboard, kept compressed if that makes it smaller. */
final class DashboardFile {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "json", "application/json",
          "txt", "text/plain;charset=UTF-8",
          "xml", "application/xml",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "ttf", "font/ttf");

  private static final Set<String> COMPACT = Set.of("png", "ico");
  private static final int MIN_COMPRESSED_BYTES = 1024;

  /** Such as {@code main.a877f62051d76ab2.js}. */
  private static final Pattern LASTING = Pattern.compile(".*\\.[0-9a-f]{16}\\.(js|css)");

  /**
   * The page's policy: its own files and its own API alone. Flink's build gives the style sheet an
   * inline handler, which the hash allows; Angular adds style elements.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'unsafe-hashes'"
          + " 'sha256-MhtPZXr7+LpJUY5qtMutB+qWfQtMaPccfe7QXtCcEYc=';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:;"
          + " base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

  private final String type;

  /** Whether the name changes with the content. */
  private final boolean lasting;

  /** Of the plain content, without quotes. */
  private final String tag;

  private final boolean compressed;
  private final byte[] bytes;

  DashboardFile(String name, byte[] content) {
    this.type = Optional.ofNullable(TYPES.get(ending(name))).orElseThrow();
    this.lasting = LASTING.matcher(name).matches();
    this.tag = tagOf(content);
    this.compressed = content.length >= MIN_COMPRESSED_BYTES && !COMPACT.contains(ending(name));
    this.bytes = compressed ? compress(content) : content;
  }

  /** Whether a file of this name would have a known type. */
  static boolean isNamed(String name) {
    return TYPES.containsKey(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The answer to a request.
   *
   * @param acceptEncoding the request header; null if absent
   * @param ifNoneMatch the request header; null if absent
   */
  Response answer(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
    boolean gzip = compressed && SnapshotHeaders.acceptsGzip(acceptEncoding);
    String own = gzip ? tag + "-gzip" : tag;
    Response.ResponseBuilder answer =
        EntityTags.isKnown(ifNoneMatch, own)
            ? Response.notModified()
            : Response.ok(compressed && !gzip ? plain() : bytes, type)
                .header(HttpHeaders.CONTENT_ENCODING, gzip ? "gzip" : null);
    return answer
        .header(HttpHeaders.ETAG, '"' + own + '"')
        .header(
            HttpHeaders.CACHE_CONTROL,
            lasting ? "private, max-age=31536000, immutable" : "no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header("Content-Security-Policy", POLICY)
        .build();
  }

  private static String tagOf(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static byte[] compress(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private byte[] plain() {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
