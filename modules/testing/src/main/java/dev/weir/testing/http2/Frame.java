// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.http2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;

/** A frame of HTTP/2 as it is on the wire (RFC 9113, section 4.1), right or wrong. */
public final class Frame {
  public static final int DATA = 0;
  public static final int HEADERS = 1;
  public static final int PRIORITY = 2;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int PUSH_PROMISE = 5;
  public static final int PING = 6;
  public static final int GOAWAY = 7;
  public static final int WINDOW_UPDATE = 8;
  public static final int CONTINUATION = 9;

  public static final int END_STREAM = 1;
  public static final int ACK = 1;
  public static final int END_HEADERS = 4;
  public static final int PADDED = 8;
  public static final int WITH_PRIORITY = 0x20;

  /** Settings of section 6.5.2. */
  public static final int HEADER_TABLE_SIZE = 1;

  public static final int ENABLE_PUSH = 2;
  public static final int MAX_CONCURRENT_STREAMS = 3;
  public static final int INITIAL_WINDOW_SIZE = 4;
  public static final int MAX_FRAME_SIZE = 5;
  public static final int MAX_HEADER_LIST_SIZE = 6;

  private static final int HEAD = 9;

  /** Those of the static table of HPACK, from its index 8 on. */
  private static final List<Integer> STATUSES = List.of(200, 204, 206, 304, 400, 404, 500);

  private static final List<String> NAMES =
      List.of(
          "DATA",
          "HEADERS",
          "PRIORITY",
          "RST_STREAM",
          "SETTINGS",
          "PUSH_PROMISE",
          "PING",
          "GOAWAY",
          "WINDOW_UPDATE",
          "CONTINUATION");

  private final int type;
  private final int flags;
  private final int stream;
  private final byte[] payload;

  /** A frame of any type with any flags. */
  public Frame(int type, int flags, int stream, byte... payload) {
    this.type = type;
    this.flags = flags;
    this.stream = stream;
    this.payload = payload.clone();
  }

  /** DATA that ends the stream or not. */
  public static Frame data(int stream, boolean end, byte... content) {
    return new Frame(DATA, end ? END_STREAM : 0, stream, content);
  }

  /** A whole block of headers in one frame. */
  public static Frame headers(int stream, boolean end, HeaderBlock block) {
    return new Frame(HEADERS, END_HEADERS | (end ? END_STREAM : 0), stream, block.bytes());
  }

  /** The begin of a block of headers, which CONTINUATION goes on with. */
  public static Frame openHeaders(int stream, boolean end, HeaderBlock block) {
    return new Frame(HEADERS, end ? END_STREAM : 0, stream, block.bytes());
  }

  /** More of a block of headers. */
  public static Frame continuation(int stream, boolean endHeaders, HeaderBlock block) {
    return new Frame(CONTINUATION, endHeaders ? END_HEADERS : 0, stream, block.bytes());
  }

  /** PRIORITY with a weight of 256 of a stream that depends on another. */
  public static Frame priority(int stream, int dependsOn) {
    return new Frame(
        PRIORITY, 0, stream, ByteBuffer.allocate(5).putInt(dependsOn).put((byte) 255).array());
  }

  /** RST_STREAM. */
  public static Frame reset(int stream, ErrorCode code) {
    return new Frame(RST_STREAM, 0, stream, number(code.code()));
  }

  /**
   * SETTINGS.
   *
   * @param idsAndValues an id, its value, the next id and so on
   */
  public static Frame settings(int... idsAndValues) {
    ByteBuffer all = ByteBuffer.allocate(idsAndValues.length * 3);
    for (int i = 0; i < idsAndValues.length; i += 2) {
      all.putShort((short) idsAndValues[i]).putInt(idsAndValues[i + 1]);
    }
    return new Frame(SETTINGS, 0, 0, all.array());
  }

  /** The answer to the other side's SETTINGS. */
  public static Frame settingsAck() {
    return new Frame(SETTINGS, ACK, 0);
  }

  /** PING with eight bytes that the answer repeats. */
  public static Frame ping(long content) {
    return new Frame(PING, 0, 0, ByteBuffer.allocate(8).putLong(content).array());
  }

  /** GOAWAY without debug data. */
  public static Frame goAway(int lastStream, int code) {
    return new Frame(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(code).array());
  }

  /** WINDOW_UPDATE of a stream, or of the connection if that is 0. */
  public static Frame windowUpdate(int stream, int increment) {
    return new Frame(WINDOW_UPDATE, 0, stream, number(increment));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  /** The type, which may be one that nobody knows. */
  public int type() {
    return type;
  }

  /** The stream; 0 is the connection. */
  public int stream() {
    return stream;
  }

  /** The payload, its padding included. */
  public byte[] payload() {
    return payload.clone();
  }

  /** How long the payload is, in bytes. */
  public int length() {
    return payload.length;
  }

  /** Whether it is of a type and has a flag set; the flag 0 is always set. */
  public boolean is(int wantedType, int wantedFlag) {
    return type == wantedType && (flags & wantedFlag) == wantedFlag;
  }

  /** Whether it is the last of its stream. */
  public boolean endsStream() {
    return ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) || type == RST_STREAM;
  }

  /** The error code of GOAWAY or RST_STREAM; -1 of others. */
  public int errorCode() {
    return switch (type) {
      case GOAWAY -> ByteBuffer.wrap(payload).getInt(4);
      case RST_STREAM -> ByteBuffer.wrap(payload).getInt();
      default -> -1;
    };
  }

  /**
   * The status in HEADERS of an answer; 0 if there is none, or if it is not in a form that servers
   * use whose client has set {@link #HEADER_TABLE_SIZE} to 0.
   */
  public int status() {
    int at = 0;
    while (at < payload.length && (payload[at] & 0xE0) == 0x20) {
      at++;
    }
    if (type != HEADERS || at == payload.length) {
      return 0;
    }
    int first = payload[at] & 0xFF;
    if (first >= 0x88 && first <= 0x8E) {
      return STATUSES.get(first - 0x88);
    }
    boolean named = first == 0x08 || first == 0x18 || first == 0x48;
    return named && payload.length >= at + 5 && payload[at + 1] == 3
        ? Integer.parseInt(new String(payload, at + 2, 3, US_ASCII))
        : 0;
  }

  /** As it goes on the wire. */
  public byte[] bytes() {
    return ByteBuffer.allocate(HEAD + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** Type, flags, stream, length and error code. */
  @Override
  public String toString() {
    String name = type < NAMES.size() ? NAMES.get(type) : "type " + type;
    return "%s(flags %d, stream %d, %d bytes%s)"
        .formatted(
            name,
            flags,
            stream,
            payload.length,
            errorCode() < 0 ? "" : ", " + ErrorCode.named(errorCode()));
  }
}
