// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.Vitals;
import dev.weir.testing.http2.ErrorCode;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Floods of each type of frame, in clear and over TLS, by clients that read the answers and by some
 * that do not: the connection is closed, others are answered meanwhile, and nothing is left.
 */
@Timeout(60)
class FloodsIT {
  private static final String NOWHERE = "http://127.0.0.1:1";

  /** Of some hundred frames each: far more than a server that counts them takes. */
  private static final int MOST_PARTS = 5_000;

  /** A tenth of what is sent; far more than the default setting lets one connection have. */
  private static final int MOST_STREAMS = 5_000;

  @RegisterExtension
  private static final Target CLEAR =
      Target.clear(launch -> launch.arguments("--cluster", NOWHERE));

  @RegisterExtension
  private static final Target SECURED =
      Target.secured(launch -> launch.arguments("--cluster", NOWHERE));

  @TestFactory
  Stream<DynamicTest> inClear() {
    return on(CLEAR);
  }

  @TestFactory
  Stream<DynamicTest> overTls() {
    return on(SECURED);
  }

  private static Stream<DynamicTest> on(Target target) {
    AtomicReference<Vitals> before = new AtomicReference<>();
    Stream<DynamicTest> floods =
        Flood.all().stream()
            .flatMap(
                flood ->
                    Stream.of(
                        dynamicTest(flood.name() + ", read", () -> flood(target, flood, true)),
                        dynamicTest(
                            flood.name() + ", not read", () -> flood(target, flood, false))));
    return Stream.of(
            Stream.of(
                dynamicTest(
                    "before",
                    () -> {
                      try (Http2Connection connection = target.http2()) {
                        OrdinaryCases.all().get(0).script().play(connection);
                      }
                      before.set(Vitals.of(target.process().pid()));
                    })),
            floods,
            Stream.of(
                dynamicTest(
                    "afterwards all is as before",
                    () -> before.get().awaitAgain(target.process().pid()))))
        .flatMap(tests -> tests);
  }

  private static void flood(Target target, Flood flood, boolean read) throws IOException {
    try (Http2Connection connection = target.http2()) {
      connection.handshake();
      CompletableFuture<Void> reader =
          read
              ? CompletableFuture.runAsync(() -> Expect.closed(connection))
              : CompletableFuture.completedFuture(null);
      CompletableFuture<Boolean> taken =
          CompletableFuture.supplyAsync(() -> isTaken(connection, flood));
      do {
        target.serves();
      } while (!taken.isDone());

      assertThat(taken.join()).as("whether all of the flood is taken").isFalse();
      reader.join();
    }
    target.serves();
  }

  /** Whether the server takes all of it, and leaves the connection open. */
  private static boolean isTaken(Http2Connection connection, Flood flood) {
    connection.send(flood.opening().on(connection));
    for (int part = 0; part < MOST_PARTS; part++) {
      if (!connection.send(flood.more().on(connection, part))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void resetsAreCountedUntilTheConnectionIsClosed() throws IOException {
    try (Http2Connection connection = CLEAR.http2()) {
      connection.handshake();
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> {
                boolean taken = true;
                for (int stream = 1; taken && stream < 20 * MOST_STREAMS; stream += 2) {
                  taken =
                      connection.send(
                          Frame.headers(stream, true, connection.request("GET", "/clusters")),
                          Frame.reset(stream, ErrorCode.CANCEL));
                }
              });
      Frame goAway = connection.await(frame -> frame.is(Frame.GOAWAY, 0)).orElseThrow();
      sender.join();

      assertThat(goAway.errorCode()).isEqualTo(ErrorCode.ENHANCE_YOUR_CALM.code());
    }
    CLEAR.serves();
  }

  @Test
  void whoTakesARequestBackNowAndThenIsServed() throws IOException {
    try (Http2Connection connection = CLEAR.http2()) {
      connection.handshake();
      for (int stream = 1; stream < 200; stream += 2) {
        connection.send(Frame.headers(stream, true, connection.request("GET", "/clusters")));
        if (stream % 20 == 1) {
          connection.send(Frame.reset(stream, ErrorCode.CANCEL));
        } else {
          Expect.end(connection, stream);
        }
      }
    }
  }
}
