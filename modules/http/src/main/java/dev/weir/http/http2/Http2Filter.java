// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.weir.http.limits.ConnectionLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.ShutdownEvent;
import org.glassfish.grizzly.ssl.SSLUtils;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;

/** Takes the bytes of HTTP/2 connections; all other bytes pass. */
final class Http2Filter extends BaseFilter {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

  private final Attribute<ServerConnection> http2 =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Http2Filter.class.getName());

  private final Attribute<Boolean> http1 =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Http2Filter.class.getName() + ".http1");

  private final Http2Options options;
  private final Duration idle;
  private final Filter http1Idle;
  private final FilterChain streams;
  private final ConnectionLimits connections;
  private final Set<ServerConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  Http2Filter(
      Http2Options options,
      Duration idle,
      Filter http1Idle,
      FilterChain streams,
      ConnectionLimits connections) {
    this.options = options;
    this.idle = idle;
    this.http1Idle = http1Idle;
    this.streams = streams;
    this.connections = connections;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    Connection<?> connection = context.getConnection();
    if (http1.get(connection) != null) {
      return context.getInvokeAction();
    }
    ServerConnection speaking = http2.get(connection);
    if (speaking == null) {
      Buffer first = context.getMessage();
      Choice choice = choice(connection, first);
      if (choice == Choice.UNKNOWN) {
        return context.getStopAction(first);
      }
      if (choice == Choice.HTTP_1) {
        http1.set(connection, true);
        return context.getInvokeAction();
      }
      speaking = begin(context);
      countNoIdleTimeOfHttp1(context);
    }
    Buffer message = context.getMessage();
    if (speaking.received(message)) {
      connections.arrived(connection);
    }
    return context.getStopAction();
  }

  private enum Choice {
    HTTP_1,
    HTTP_2,
    UNKNOWN
  }

  private Choice choice(Connection<?> connection, Buffer first) {
    SSLEngine tls = SSLUtils.getSSLEngine(connection);
    if (tls != null) {
      return "h2".equals(tls.getApplicationProtocol()) ? Choice.HTTP_2 : Choice.HTTP_1;
    }
    int length = Math.min(first.remaining(), PREFACE.length);
    for (int i = 0; i < length; i++) {
      if (first.get(first.position() + i) != PREFACE[i]) {
        return Choice.HTTP_1;
      }
    }
    return length == PREFACE.length ? Choice.HTTP_2 : Choice.UNKNOWN;
  }

  /**
   * Disables Grizzly's idle timeout. Grizzly sees no frame, so it would close the connection an
   * idle timeout after its start, even a busy one. The custom timeout applies once Grizzly has seen
   * a read.
   */
  private void countNoIdleTimeOfHttp1(FilterChainContext context) throws IOException {
    IdleTimeoutFilter.setCustomTimeout(context.getConnection(), -1, TimeUnit.SECONDS);
    http1Idle.handleRead(context);
  }

  private ServerConnection begin(FilterChainContext context) {
    Connection<?> connection = context.getConnection();
    FilterChain below =
        (FilterChain)
            context.getFilterChain().subList(context.getStartIdx(), context.getFilterIdx());
    ServerConnection begun = new ServerConnection(connection, below, streams, options, idle);
    http2.set(connection, begun);
    open.add(begun);
    CloseListener<Closeable, CloseType> whenClosed =
        (closed, type) -> {
          open.remove(begun);
          begun.closed();
        };
    connection.addCloseListener(whenClosed);
    begun.open();
    if (ending) {
      begun.end();
    }
    return begun;
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event.type() == ShutdownEvent.TYPE) {
      ending = true;
      open.forEach(ServerConnection::end);
    }
    return context.getInvokeAction();
  }

  /** Ends connections that are idle for too long or past their deadline. */
  void sweep(long now) {
    open.forEach(connection -> connection.sweep(now));
  }
}
