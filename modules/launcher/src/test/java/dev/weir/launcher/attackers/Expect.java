// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weir.testing.http2.ErrorCode;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a server may do next; all else fails. */
final class Expect {
  private Expect() {}

  /** GOAWAY with one of the codes, or the end of the connection; nothing stays open after it. */
  static void connectionError(Http2Connection connection, ErrorCode... codes) {
    Optional<Frame> goAway = connection.await(frame -> frame.is(Frame.GOAWAY, 0));
    goAway.ifPresent(frame -> hasOneOf(connection, frame, codes));
    closed(connection);
  }

  /** RST_STREAM or GOAWAY with one of the codes, or the end of the connection. */
  static void streamError(Http2Connection connection, ErrorCode... codes) {
    connection
        .await(frame -> frame.is(Frame.GOAWAY, 0) || frame.is(Frame.RST_STREAM, 0))
        .ifPresent(frame -> hasOneOf(connection, frame, codes));
  }

  /** The same, or an answer that says 400 (section 8.1.1). */
  static void malformed(Http2Connection connection) {
    connection
        .await(
            frame ->
                frame.is(Frame.GOAWAY, 0)
                    || frame.is(Frame.RST_STREAM, 0)
                    || frame.is(Frame.HEADERS, 0))
        .filter(frame -> !frame.is(Frame.HEADERS, 0) || frame.status() != 400)
        .ifPresent(frame -> hasOneOf(connection, frame, ErrorCode.PROTOCOL_ERROR));
  }

  private static void hasOneOf(Http2Connection connection, Frame frame, ErrorCode... codes) {
    assertThat(List.of(codes))
        .as("%s after %s", frame, connection.seen())
        .extracting(ErrorCode::code)
        .contains(frame.errorCode());
  }

  /** The end of the connection. */
  static void closed(Http2Connection connection) {
    connection.await(frame -> false);
  }

  /** The headers of an answer on a stream. */
  static void answer(Http2Connection connection, int stream) {
    first(connection, frame -> frame.is(Frame.HEADERS, 0) && frame.stream() == stream);
  }

  /** The end of a stream that is answered. */
  static void end(Http2Connection connection, int stream) {
    Frame last = first(connection, frame -> frame.endsStream() && frame.stream() == stream);
    assertThat(last.errorCode()).as("%s", last).isIn(-1, ErrorCode.NO_ERROR.code());
  }

  /** DATA of a stream, as long as it is said. */
  static void data(Http2Connection connection, int stream, int length) {
    Frame data = first(connection, frame -> frame.is(Frame.DATA, 0) && frame.stream() == stream);
    assertThat(data.length()).as("%s", data).isEqualTo(length);
  }

  /** The answer to SETTINGS. */
  static void settingsAck(Http2Connection connection) {
    first(connection, frame -> frame.is(Frame.SETTINGS, Frame.ACK));
  }

  /** The answer to a PING, and to no other before. */
  static void pong(Http2Connection connection, long content) {
    Frame pong = first(connection, frame -> frame.is(Frame.PING, 0));
    assertThat(pong.is(Frame.PING, Frame.ACK)).isTrue();
    assertThat(pong.payload()).isEqualTo(Frame.ping(content).payload());
  }

  /** The answer to a PING, or the end of the connection. */
  static void pongOrClosed(Http2Connection connection, long content) {
    connection
        .await(frame -> frame.is(Frame.PING, Frame.ACK))
        .ifPresent(pong -> assertThat(pong.payload()).isEqualTo(Frame.ping(content).payload()));
  }

  /** GOAWAY, which the end of the connection alone does not replace. */
  static void goAway(Http2Connection connection) {
    Frame frame = first(connection, next -> next.is(Frame.GOAWAY, 0));
    assertThat(frame.stream()).isZero();
  }

  private static Frame first(Http2Connection connection, Predicate<Frame> wanted) {
    Optional<Frame> frame = connection.await(wanted);
    if (frame.isEmpty()) {
      fail("Closed after %s", connection.seen());
    }
    return frame.orElseThrow();
  }
}
