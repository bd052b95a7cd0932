// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Checks whether an address accepts connections, without sending anything. */
public final class Connecting {
  private Connecting() {}

  /** Why the connection fails; empty if it succeeds. Blocks until then. */
  public static Optional<String> fault(String host, int port, Duration patience) {
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
