// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weir.http.limits.Letters;
import dev.weir.model.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Reads the requests of one connection, one at a time as they arrive. The reader alone decides
 * where a request ends. Heads and chunks are rewritten, without extensions and trailers.
 */
final class RequestReader {
  /** Maximum size of a skipped body in bytes. */
  private static final long MAX_PASSED_OVER = 16 << 20;

  /** Maximum size of the line with a chunk's size, including extensions, in bytes. */
  private static final int MAX_CHUNK_LINE = 4096;

  private static final int MAX_SIZE_DIGITS = 15;

  /** A chunk that is invalid to every parser. */
  private static final byte[] NO_CHUNK = "!\r\n".getBytes(ISO_8859_1);

  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] CRLF = "\r\n".getBytes(ISO_8859_1);

  private final int maxHeadBytes;
  private final String local;
  private volatile Phase phase = Phase.HEAD;
  private ByteArrayOutputStream lines = new ByteArrayOutputStream(512);
  private int lineLength;
  private boolean cr;
  private boolean pastFirstLine;
  private boolean emptyLine;
  private long left;
  private boolean passesOver;
  private long passedOver;

  /** The part of a request that the next byte belongs to. */
  private enum Phase {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    /** Nothing more is read. */
    OVER
  }

  /**
   * Starts with the first request.
   *
   * @param maxHeadBytes maximum size of a head, and of trailers
   * @param local the host for a client of HTTP/1.0 that names none
   */
  RequestReader(int maxHeadBytes, String local) {
    this.maxHeadBytes = maxHeadBytes;
    this.local = local;
  }

  /**
   * Reads on, at most to the end of a request.
   *
   * @return the bytes to pass on; empty if there are none yet, or the bytes read are skipped
   * @throws Malformed if the request is malformed; nothing more is read then
   */
  byte[] read(ByteBuffer in) throws Malformed {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.remaining() + 64);
    boolean ended = false;
    while (!ended && in.hasRemaining()) {
      ended =
          switch (phase) {
            case HEAD -> head(in, out);
            case BODY -> body(in, out);
            case CHUNK_SIZE -> chunkSize(in, out);
            case CHUNK -> chunk(in, out);
            case CHUNK_END -> chunkEnd(in, out);
            case TRAILERS -> trailers(in, out);
            case OVER -> {
              in.position(in.limit());
              yield true;
            }
          };
    }
    return out.toByteArray();
  }

  /** Stops reading; later bytes are discarded. */
  void end() {
    phase = Phase.OVER;
  }

  /** Whether the next byte begins a request. */
  boolean isBetweenRequests() {
    return phase == Phase.HEAD && lines.size() == 0;
  }

  /** Whether nothing more is read. */
  boolean isOver() {
    return phase == Phase.OVER;
  }

  // --- heads

  private boolean head(ByteBuffer in, ByteArrayOutputStream out) throws Malformed {
    while (in.hasRemaining()) {
      if (isEndOfLine(in.get(), maxHeadBytes)) {
        boolean empty = lineLength == 0;
        lineLength = 0;
        if (empty && lines.size() > CRLF.length) {
          byte[] read = lines.toByteArray();
          restart();
          return begin(Head.of(read, local), out);
        }
        if (empty) {
          passOverEmptyLine();
        } else if (!pastFirstLine) {
          pastFirstLine = true;
          requireVersion();
        }
      }
    }
    return false;
  }

  /** Skips an empty line that some clients send after a body, as RFC 9112 recommends. */
  private void passOverEmptyLine() throws Malformed {
    if (emptyLine) {
      throw over("The request begins with empty lines.");
    }
    restart();
    emptyLine = true;
  }

  private void restart() {
    lines = new ByteArrayOutputStream(512);
    pastFirstLine = false;
    emptyLine = false;
    lineLength = 0;
    cr = false;
  }

  /** Rejects HTTP/0.9: its requests end with the first line, and would wait for ever. */
  private void requireVersion() throws Malformed {
    if (!lines.toString(ISO_8859_1).contains(" HTTP/")) {
      throw over("The first line of the request is not a method, an address and a version.");
    }
  }

  /**
   * Collects a byte, and returns whether it ends a line. A line ends only with CR LF.
   *
   * @param most maximum number of collected bytes
   */
  private boolean isEndOfLine(byte next, int most) throws Malformed {
    if (lines.size() >= most) {
      phase = Phase.OVER;
      throw tooLong();
    }
    lines.write(next);
    boolean lf = next == '\n';
    if (lf != cr) {
      throw over("A line of the request's head does not end with CR LF.");
    }
    cr = next == '\r';
    if (!lf && !cr) {
      lineLength++;
    }
    return lf;
  }

  private Malformed tooLong() {
    return pastFirstLine
        ? Malformed.of(
            ProblemKind.HEADERS_TOO_LARGE,
            "The headers of the request are more than weir.http.max-header-bytes allows.")
        : Malformed.of(
            ProblemKind.ADDRESS_TOO_LONG,
            "The address of the request is longer than weir.http.max-header-bytes allows.");
  }

  private Malformed over(String sentence) {
    phase = Phase.OVER;
    return Malformed.of(sentence);
  }

  private boolean begin(Head head, ByteArrayOutputStream out) {
    out.writeBytes(head.bytes());
    passesOver = head.passesOverBody();
    passedOver = 0;
    left = head.length();
    if (head.leavesBodyOpen()) {
      phase = Phase.OVER;
    } else if (head.isChunked()) {
      phase = Phase.CHUNK_SIZE;
    } else if (left > 0) {
      phase = Phase.BODY;
    } else {
      return true;
    }
    return false;
  }

  // --- bodies

  private boolean body(ByteBuffer in, ByteArrayOutputStream out) {
    pass(in, out);
    return left == 0 && isEnded();
  }

  private boolean isEnded() {
    phase = Phase.HEAD;
    restart();
    return true;
  }

  /** Passes on or skips the bytes that have arrived, at most to the end of the body or chunk. */
  private void pass(ByteBuffer in, ByteArrayOutputStream out) {
    int length = (int) Math.min(left, in.remaining());
    left -= length;
    if (passesOver) {
      passedOver += length;
      in.position(in.position() + length);
      if (passedOver > MAX_PASSED_OVER) {
        phase = Phase.OVER;
      }
    } else {
      byte[] bytes = new byte[length];
      in.get(bytes);
      out.writeBytes(bytes);
    }
  }

  private boolean chunkSize(ByteBuffer in, ByteArrayOutputStream out) {
    while (in.hasRemaining()) {
      switch (nextOfLine(in.get(), MAX_CHUNK_LINE)) {
        case WITHIN -> {}
        case WRONG -> {
          return broken(out);
        }
        case ENDED -> {
          String line = lines.toString(ISO_8859_1);
          restart();
          left = size(line);
          if (left < 0) {
            return broken(out);
          }
          phase = left == 0 ? Phase.TRAILERS : Phase.CHUNK;
          return false;
        }
      }
    }
    return false;
  }

  private enum Line {
    WITHIN,
    ENDED,
    WRONG
  }

  private Line nextOfLine(byte next, int most) {
    try {
      return isEndOfLine(next, most) ? Line.ENDED : Line.WITHIN;
    } catch (Malformed e) {
      return Line.WRONG;
    }
  }

  /** The size in a line, before its extensions; -1 if it is malformed. */
  private static long size(String line) {
    int end = 0;
    while (end < line.length() && Character.digit(line.charAt(end), 16) >= 0) {
      end++;
    }
    String rest = line.substring(end, line.length() - 2).trim();
    boolean right =
        end > 0
            && end <= MAX_SIZE_DIGITS
            && (rest.isEmpty() || rest.startsWith(";"))
            && Letters.isValue(rest);
    return right ? Long.parseLong(line.substring(0, end), 16) : -1;
  }

  private boolean chunk(ByteBuffer in, ByteArrayOutputStream out) {
    if (!passesOver) {
      String size = Long.toHexString(Math.min(left, in.remaining()));
      out.writeBytes((size + "\r\n").getBytes(ISO_8859_1));
    }
    pass(in, out);
    if (!passesOver) {
      out.writeBytes(CRLF);
    }
    if (left == 0 && phase == Phase.CHUNK) {
      phase = Phase.CHUNK_END;
    }
    return false;
  }

  private boolean chunkEnd(ByteBuffer in, ByteArrayOutputStream out) {
    Line line = nextOfLine(in.get(), CRLF.length);
    if (line == Line.WRONG || lineLength > 0) {
      return broken(out);
    }
    if (line == Line.ENDED) {
      restart();
      phase = Phase.CHUNK_SIZE;
    }
    return false;
  }

  /** Skips the trailers; they are read only to find their end. */
  private boolean trailers(ByteBuffer in, ByteArrayOutputStream out) {
    while (in.hasRemaining()) {
      Line line = nextOfLine(in.get(), maxHeadBytes);
      if (line == Line.WRONG) {
        return broken(out);
      }
      if (line == Line.ENDED) {
        if (lineLength == 0) {
          if (!passesOver) {
            out.writeBytes(LAST_CHUNK);
          }
          return isEnded();
        }
        lineLength = 0;
      }
    }
    return false;
  }

  /** Tells the reader of the body by an invalid chunk. Nothing after it counts as a request. */
  private boolean broken(ByteArrayOutputStream out) {
    phase = Phase.OVER;
    if (!passesOver) {
      out.writeBytes(NO_CHUNK);
    }
    return true;
  }
}
