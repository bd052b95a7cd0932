// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A server that listens nowhere and runs until it is told to end. */
final class FakeServer implements Server {
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean closed;

  @Override
  public StartReport report() {
    return new StartReport(
        "1.2",
        URI.create("http://127.0.0.1:8081"),
        List.of(
            new StartReport.Cluster(
                "embedded",
                true,
                List.of(URI.create("http://127.0.0.1:40001")),
                Optional.of("2.3.0"),
                Optional.of(new StartReport.Capacity(1, 8)))),
        List.of());
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    end.await();
  }

  @Override
  public void close() {
    closed = true;
  }

  void finish() {
    end.countDown();
  }

  boolean isClosed() {
    return closed;
  }
}
