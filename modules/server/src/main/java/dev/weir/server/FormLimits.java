package dev.weir.server;

import jakarta.ws.rs.BadRequestException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a form of more parts, or with longer headers of a part, than any client sends: whoever
 * reads it holds all of them in memory.
 */
final class FormLimits extends FilterInputStream {
  private static final int MAX_PARTS = 100;
  private static final int MAX_HEADER_BYTES = 16 << 10;

  private final byte[] delimiter;
  private final int[] shorter;
  private int matched;
  private int parts;
  private boolean inHeaders;
  private int headerBytes;
  private int lineLength;

  /**
   * Looks at what is read.
   *
   * @param boundary the parameter of the content type
   */
  FormLimits(InputStream in, String boundary) {
    super(in);
    delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    shorter = shorter(delimiter);
  }

  /** For each beginning of the delimiter, the longest shorter one that it ends with. */
  private static int[] shorter(byte[] delimiter) {
    int[] shorter = new int[delimiter.length];
    for (int i = 1; i < delimiter.length; i++) {
      int length = shorter[i - 1];
      while (length > 0 && delimiter[i] != delimiter[length]) {
        length = shorter[length - 1];
      }
      shorter[i] = delimiter[i] == delimiter[length] ? length + 1 : 0;
    }
    return shorter;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    for (int i = 0; i < read; i++) {
      if (inHeaders) {
        header(bytes[offset + i]);
      } else {
        content(bytes[offset + i]);
      }
    }
    return read;
  }

  private void content(byte next) {
    while (matched > 0 && next != delimiter[matched]) {
      matched = shorter[matched - 1];
    }
    matched = next == delimiter[matched] ? matched + 1 : 0;
    if (matched == delimiter.length) {
      matched = 0;
      parts++;
      if (parts > MAX_PARTS) {
        throw new BadRequestException(
            "The form has more than the " + MAX_PARTS + " parts allowed.");
      }
      inHeaders = true;
      headerBytes = 0;
      // The line of the delimiter itself is not the empty one that ends the headers.
      lineLength = delimiter.length;
    }
  }

  private void header(byte next) {
    headerBytes++;
    if (headerBytes > MAX_HEADER_BYTES) {
      throw new BadRequestException(
          "The headers of a part of the form are longer than the "
              + MAX_HEADER_BYTES
              + " bytes allowed.");
    }
    if (next == '\n') {
      inHeaders = lineLength > 0;
      lineLength = 0;
    } else if (next != '\r') {
      lineLength++;
    }
  }
}
