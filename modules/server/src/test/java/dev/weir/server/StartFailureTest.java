// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why an address cannot be listened on, in the user's words. */
class StartFailureTest {

  @ParameterizedTest
  @MethodSource("causes")
  void eachCauseHasItsSentence(Exception cause, String sentence) {
    assertThat(StartFailure.listening("10.0.0.1", 80, cause)).hasMessage(sentence).hasCause(cause);
  }

  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(
            new BindException("Address already in use"),
            "Port 80 on 10.0.0.1 is in use. Set weir.port (--port) to another, or to 0 for any"
                + " free one."),
        Arguments.of(
            new IOException("Grizzly", new BindException("Address already in use: bind")),
            "Port 80 on 10.0.0.1 is in use. Set weir.port (--port) to another, or to 0 for any"
                + " free one."),
        Arguments.of(
            new BindException("Cannot assign requested address"),
            "10.0.0.1 is no address of this machine. Set weir.bind (--bind) to another."),
        Arguments.of(
            new SocketException("Permission denied"),
            "Port 80 on 10.0.0.1 needs rights that this process does not have. Set weir.port"
                + " (--port) to 1024 or above."),
        Arguments.of(
            new UnknownHostException("10.0.0.1"),
            "The host name 10.0.0.1 is not known. Set weir.bind (--bind) to another."),
        Arguments.of(
            new IOException(new UnresolvedAddressException()),
            "The host name 10.0.0.1 is not known. Set weir.bind (--bind) to another."),
        Arguments.of(
            new SocketException("Too many open files"),
            "Cannot listen on port 80 of 10.0.0.1: Too many open files."),
        Arguments.of(
            new IllegalStateException("odd"),
            "Cannot listen on port 80 of 10.0.0.1: java.lang.IllegalStateException: odd."));
  }

  @Test
  void whatThisMachineSaysOfATakenPortIsUnderstood() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocketChannel first = ServerSocketChannel.open();
        ServerSocketChannel second = ServerSocketChannel.open()) {
      first.bind(new InetSocketAddress(loopback, 0));
      int port = first.socket().getLocalPort();
      Exception taken =
          Assertions.catchException(() -> second.bind(new InetSocketAddress(loopback, port)));

      assertThat(StartFailure.listening("127.0.0.1", port, taken))
          .hasMessage(
              "Port %d on 127.0.0.1 is in use. Set weir.port (--port) to another, or to 0 for any free one."
                  .formatted(port));
    }
  }
}
