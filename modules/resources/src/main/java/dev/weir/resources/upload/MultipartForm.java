// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the parts of a form (RFC 2046, 5.1) one by one as they arrive. Memory is bounded: a buffer,
 * and the headers of one part.
 */
public final class MultipartForm {
  private static final int MAX_PARTS = 100;
  private static final int MAX_HEADER_BYTES = 16 << 10;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;

  /** Ends the content of a part; it begins with a line break. */
  private final byte[] delimiter;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;

  /** End of the buffered bytes that are known to be content. */
  private int known;

  private int parts;
  private boolean inContent;
  private int left;
  private Map<String, String> headers = Map.of();

  /**
   * Reads a form.
   *
   * @param boundary the boundary in the content type
   */
  public MultipartForm(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter begins the form, or follows a preamble.
    buffer[0] = '\r';
    buffer[1] = '\n';
    end = 2;
    inContent = true;
  }

  /** Advances to the next part and reads its headers; false at the end of the form. */
  public boolean nextPart() throws IOException {
    while (inContent) {
      int content = untilDelimiter();
      start += content;
    }
    if (isLast()) {
      readEpilogue();
      return false;
    }
    parts++;
    if (parts > MAX_PARTS) {
      throw new ProblemException(
          ProblemKind.MALFORMED_BODY,
          "The form has more than the " + MAX_PARTS + " parts allowed.");
    }
    headers = readHeaders();
    inContent = true;
    return true;
  }

  /** The headers of the current part, by their names in lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the current part. They end only after the rest of the form has been read. */
  InputStream content() {
    return new Content(true);
  }

  /** The bytes of the current part alone. */
  public InputStream part() {
    return new Content(false);
  }

  /**
   * The number of content bytes at the start of the buffer. If it is 0, the delimiter has been
   * passed and {@code inContent} is false.
   */
  private int untilDelimiter() throws IOException {
    while (true) {
      if (known <= start) {
        known = match();
      }
      if (known > start) {
        return known - start;
      }
      if (end - start >= delimiter.length) {
        start += delimiter.length;
        inContent = false;
        return 0;
      }
      fill();
    }
  }

  /**
   * The position of the delimiter, or of bytes that may begin one; otherwise the end of the bytes
   * read.
   */
  private int match() {
    for (int i = start; i < end; i++) {
      int same = 0;
      while (same < delimiter.length && i + same < end && buffer[i + same] == delimiter[same]) {
        same++;
      }
      if (same == delimiter.length || i + same == end) {
        return i;
      }
    }
    return end;
  }

  private int next() throws IOException {
    if (start == end) {
      fill();
    }
    return buffer[start++] & 0xFF;
  }

  private void fill() throws IOException {
    known = 0;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      throw new ProblemException(
          ProblemKind.MALFORMED_BODY, "The form ends before its last boundary.");
    }
    end += read;
  }

  /**
   * Reads what follows a delimiter: two hyphens after the last part, otherwise the end of a line.
   */
  private boolean isLast() throws IOException {
    int next = next();
    if (next == '-' && next() == '-') {
      return true;
    }
    while (next == ' ' || next == '\t') {
      next = next();
    }
    if (next != '\r' || next() != '\n') {
      throw new ProblemException(
          ProblemKind.MALFORMED_BODY,
          "A boundary of the form is not followed by the end of a line.");
    }
    return false;
  }

  /**
   * Reads the rest of the body. An upload that breaks off here fails, even though its form is
   * complete.
   */
  private void readEpilogue() throws IOException {
    while (in.read(buffer) >= 0) {
      // The epilogue is discarded; the limit of the body still applies.
    }
  }

  private Map<String, String> readHeaders() throws IOException {
    Map<String, String> read = new HashMap<>();
    String last = "";
    left = MAX_HEADER_BYTES;
    for (String next = line(); !next.isEmpty(); next = line()) {
      String line = next;
      int colon = line.indexOf(':');
      if (line.startsWith(" ") || line.startsWith("\t")) {
        read.computeIfPresent(last, (same, value) -> value + line);
      } else if (colon < 0) {
        throw new ProblemException(
            ProblemKind.MALFORMED_BODY, "A header of a part of the form has no colon.");
      } else {
        last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        read.putIfAbsent(last, line.substring(colon + 1).strip());
      }
    }
    return read;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (left-- == 0) {
        throw new ProblemException(
            ProblemKind.MALFORMED_BODY,
            "The headers of a part of the form are longer than the "
                + MAX_HEADER_BYTES
                + " bytes allowed.");
      }
      line.write(next);
    }
    String text = text(line.toByteArray());
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** RFC 7578 requires UTF-8 for names; older clients send ISO 8859-1. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private final class Content extends InputStream {
    private final boolean toTheEnd;
    private boolean ended;

    Content(boolean toTheEnd) {
      this.toTheEnd = toTheEnd;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int there = ended ? 0 : untilDelimiter();
      if (there == 0) {
        readOthers();
        return -1;
      }
      int read = Math.min(there, length);
      System.arraycopy(buffer, start, bytes, offset, read);
      start += read;
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    private void readOthers() throws IOException {
      if (!ended) {
        ended = true;
        while (toTheEnd && nextPart()) {
          // Each part is held to the limits and skipped.
        }
      }
    }
  }
}
