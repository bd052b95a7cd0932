// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a client wants, by the header {@code Range}: {@code bytes=0-499}, {@code
 * bytes=500-} or, for the last ones, {@code bytes=-500}.
 *
 * @param first the first byte; -1 for the last {@code last} ones
 * @param last the last byte, or how many of the last ones; {@link Long#MAX_VALUE} for up to the end
 */
record ByteRange(long first, long last) {
  private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
  private static final int OF_THE_LAST = -1;

  /** A part that is there: from the first byte to the last one, both included. */
  record Part(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  /** What the header says; empty for none, and for what may be passed over by its standard. */
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

  /** The part of a file of that length; empty if there is none of it. */
  Optional<Part> in(long length) {
    Part part =
        first == OF_THE_LAST
            ? new Part(Math.max(0, length - last), length - 1)
            : new Part(first, Math.min(last, length - 1));
    return part.length() > 0 ? Optional.of(part) : Optional.empty();
  }
}
