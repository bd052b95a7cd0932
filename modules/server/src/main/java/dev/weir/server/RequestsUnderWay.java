// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Counts the requests that Jersey is at work on.
 *
 * <p>Grizzly counts too, but never notices the end of one whose client hung up meanwhile, and would
 * wait for it when it is asked to stop.
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

  /** Waits until there are none, or until the time is up. */
  public synchronized void awaitNone(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (long left = timeout.toNanos(); count > 0 && left > 0; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
  }
}
