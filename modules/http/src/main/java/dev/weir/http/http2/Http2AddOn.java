// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import dev.weir.http.limits.ConnectionLimits;
import java.time.Duration;
import java.util.List;
import org.glassfish.grizzly.filterchain.DefaultFilterChain;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;

/**
 * HTTP/2 for a listener, by Netty's codec. Grizzly's own codec blocks a selector for clients that
 * do not read, and does not bound what is unsent.
 *
 * <p>HTTP/2 connections leave the listener's chain here. Their requests reach the same handler as
 * those of HTTP/1.1, by a chain of their own.
 */
public final class Http2AddOn implements AddOn {
  private final Http2Options options;
  private final ConnectionLimits connections;

  public Http2AddOn(Http2Options options, ConnectionLimits connections) {
    this.options = options;
    this.connections = connections;
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    if (!listener.isSecure() && !options.clearText()) {
      return;
    }
    Filter handler =
        chain.get(chain.indexOfType(org.glassfish.grizzly.http.server.HttpServerFilter.class));
    FilterChain streams = new DefaultFilterChain(List.of(new StreamFilter(), handler));
    Duration idle = Duration.ofSeconds(listener.getKeepAlive().getIdleTimeoutInSeconds());
    Filter http1Idle = chain.get(chain.indexOfType(IdleTimeoutFilter.class));
    Http2Filter filter = new Http2Filter(options, idle, http1Idle, streams, connections);
    connections.onSweep(filter::sweep);
    chain.add(chain.indexOfType(HttpServerFilter.class), filter);
  }
}
