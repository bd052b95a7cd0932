// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that the header {@code Range} asks for: {@code bytes=0-499}, {@code
 * bytes=500-}, or {@code bytes=-500} for the last 500 bytes.
 *
 * @param first the first byte; -1 if the range counts from the end of the file
 * @param last the last byte; {@link Long#MAX_VALUE} if the range is open. If {@code first} is -1,
 *     the number of bytes at the end of the file
 */
record ByteRange(long first, long last) {
  private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
  private static final int OF_THE_LAST = -1;

  /** A part that the file has, both its first and its last byte included. */
  record Part(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  /** Parses the header. Empty without a header, or if RFC 9110 allows ignoring it. */
  static Optional<ByteRange> of(@Nullable String header) {
    Matcher range = HEADER.matcher(header == null ? "" : header.strip());
    if (!range.matches() || range.group().equals("bytes=-")) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      return Optional.of(new ByteRange(OF_THE_LAST, Long.parseLong(range.group(2))));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
  }

  /** The part of a file of the given length; empty if the range covers none of its bytes. */
  Optional<Part> in(long length) {
    Part part =
        first == OF_THE_LAST
            ? new Part(Math.max(0, length - last), length - 1)
            : new Part(first, Math.min(last, length - 1));
    return part.length() > 0 ? Optional.of(part) : Optional.empty();
  }
}
