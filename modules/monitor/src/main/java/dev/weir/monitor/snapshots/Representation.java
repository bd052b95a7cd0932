// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The JSON of a value in two encodings (RFC 9110), each made at most once. */
public final class Representation {
  private static final int TAG_BYTES = 12;

  private final byte[] identity;
  private final String tag;
  private final Lazy<byte[]> gzip;

  Representation(Object value) {
    this.identity = Json.bytes(value);
    this.tag = tagOf(identity);
    this.gzip = Lazy.of(() -> compress(identity));
  }

  /** JSON in UTF-8; not to be modified. */
  public byte[] identity() {
    return identity;
  }

  /** The JSON compressed; not to be modified. */
  public byte[] gzip() {
    return gzip.get();
  }

  /** The strong entity tag of the plain JSON, without quotes; equal for equal content. */
  public String tag() {
    return tag;
  }

  /** The strong entity tag of the compressed JSON, without quotes. */
  public String gzipTag() {
    return tag + "-gzip";
  }

  /** Makes the forms of it that readers have asked for of another. */
  void prepareLike(Representation other) {
    if (other.gzip.wasAsked()) {
      var unused = gzip.prepare();
    }
  }

  private static String tagOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] start = Arrays.copyOf(digest, TAG_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
