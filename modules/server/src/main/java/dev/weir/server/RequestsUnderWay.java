// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Counts the requests that Jersey is processing.
 *
 * <p>Grizzly counts too, but never notices the end of a request whose client hung up. It would wait
 * for that request when it stops.
 */
public final class RequestsUnderWay implements ApplicationEventListener, RequestEventListener {
  private int count;

  @Override
  public void onEvent(ApplicationEvent event) {
    // Only requests are of interest.
  }

  @Override
  public synchronized RequestEventListener onRequest(RequestEvent start) {
    count++;
    return this;
  }

  @Override
  public synchronized void onEvent(RequestEvent event) {
    if (event.getType() == RequestEvent.Type.FINISHED) {
      count--;
      notifyAll();
    }
  }

  /** Waits until no request is in progress, or until the timeout. */
  public synchronized void awaitNone(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (long left = timeout.toNanos(); count > 0 && left > 0; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
  }
}
