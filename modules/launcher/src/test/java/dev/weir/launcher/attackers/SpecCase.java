// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import dev.weir.testing.http2.ErrorCode;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;

/**
 * One case of how a server of HTTP/2 has to behave.
 *
 * @param section of RFC 9113, or of RFC 7541 if it begins with "HPACK"
 * @param name what is sent
 * @param script sends it over a connection that is new, and fails unless what comes is right
 */
record SpecCase(String section, String name, Script script) {
  /** What is sent and what is expected. */
  @FunctionalInterface
  interface Script {
    void play(Http2Connection connection);
  }

  /** A case that begins when both sides know each other's settings. */
  static SpecCase after(String section, String name, Script script) {
    return new SpecCase(
        section,
        name,
        connection -> {
          connection.handshake();
          script.play(connection);
        });
  }

  /** A case of one frame that ends the connection, with one of the codes. */
  static SpecCase refused(String section, String name, Frame frame, ErrorCode... codes) {
    return after(
        section,
        name,
        connection -> {
          connection.send(frame);
          Expect.connectionError(connection, codes);
        });
  }
}
