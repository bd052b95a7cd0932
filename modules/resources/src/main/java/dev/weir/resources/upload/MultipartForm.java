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
 * The parts of a form (RFC 2046, 5.1), one after the other as they arrive. It holds the headers of
 * one part and a buffer, whatever is sent.
 */
public final class MultipartForm {
  private static final int MAX_PARTS = 100;
  private static final int MAX_HEADER_BYTES = 16 << 10;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;

  /** What ends the content of a part: it begins a line. */
  private final byte[] delimiter;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;

  /** Up to where the buffer is known to have content, and no delimiter. */
  private int known;

  private int parts;
  private boolean inContent;
  private int left;
  private Map<String, String> headers = Map.of();

  /**
   * Reads a form.
   *
   * @param boundary the parameter of the content type
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

  /** Goes on to the next part and reads its headers; false at the end of the form. */
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

  /** The headers of the part by their names in small letters. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the part. They end only once the rest of the form has been read, too. */
  InputStream content() {
    return new Content(true);
  }

  /** The bytes of the part, and no more. */
  public InputStream part() {
    return new Content(false);
  }

  /**
   * How many bytes of content are at the start of the buffer; 0 for none, with the delimiter passed
   * and {@code inContent} false.
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

  /** Where the delimiter is in the buffer, or what may be the beginning of one; or the end. */
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

  /** What follows a delimiter: two hyphens after the last part, or the end of a line. */
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

  /** A client that breaks off has not sent what it meant to, though its form is whole. */
  private void readEpilogue() throws IOException {
    while (in.read(buffer) >= 0) {
      // Nobody wants it; the limit of the body holds.
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

  /** RFC 7578 has names in UTF-8; what is none is of an older client. */
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
          // Each is held to the limits, and passed over.
        }
      }
    }
  }
}
