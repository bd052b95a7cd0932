// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Finds out whether somebody takes connections at an address, and says nothing to them. */
final class Connecting {
  private Connecting() {}

  /** Why nobody takes a connection there; empty if somebody does. Waits for it. */
  static Optional<String> fault(String host, int port, Duration patience) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("the host name is not known");
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
