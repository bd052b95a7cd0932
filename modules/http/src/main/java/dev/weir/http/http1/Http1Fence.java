// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.model.Problem;
import dev.weir.monitor.snapshots.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.ssl.SSLUtils;

/**
 * Passes only well-formed HTTP/1.1 requests to Grizzly's parser, one after another and rewritten.
 * Anything else is answered here, and its connection is closed.
 */
public final class Http1Fence implements AddOn {
  private static final Logger LOG = System.getLogger(Http1Fence.class.getName());

  /** Successive requests of one connection before other connections have their turn. */
  private static final int REQUESTS_AT_ONCE = 16;

  private static final Attribute<Line> LINES =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Http1Fence.class.getName());

  private final int maxHeadBytes;
  private final ConnectionLimits connections;
  private final SelectorWatch selectors;

  /**
   * Creates the fence.
   *
   * @param connections closes the connection of a rejected request after a while
   * @param selectors tells when other connections have had their turn
   */
  public Http1Fence(int maxHeadBytes, ConnectionLimits connections, SelectorWatch selectors) {
    this.maxHeadBytes = maxHeadBytes;
    this.connections = connections;
    this.selectors = selectors;
  }

  /** The state of a connection. */
  private static final class Line {
    private final RequestReader reader;

    /** Requests passed on since other connections had their turn. */
    private int requests;

    Line(RequestReader reader) {
      this.reader = reader;
    }
  }

  /** Whether the last request has been read completely: the next byte begins a new one. */
  public static boolean hasReadAll(Connection<?> connection) {
    Line line = LINES.get(connection);
    return line != null && line.reader.isBetweenRequests();
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.add(chain.indexOfType(HttpServerFilter.class), new Reader());
  }

  private final class Reader extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext context) {
      Connection<?> connection = context.getConnection();
      Line line = line(connection);
      if (line.requests == REQUESTS_AT_ONCE && connection instanceof NIOConnection nio) {
        line.requests = 0;
        return later(context, nio);
      }
      Buffer message = context.getMessage();
      ByteBuffer in = message.toByteBuffer();
      byte[] out = {};
      try {
        while (out.length == 0 && in.hasRemaining()) {
          out = line.reader.read(in);
        }
      } catch (Malformed e) {
        refuse(context, e);
        return context.getStopAction();
      }
      if (out.length == 0) {
        message.tryDispose();
        return context.getStopAction();
      }
      context.setMessage(Buffers.wrap(null, out));
      if (!in.hasRemaining()) {
        message.tryDispose();
        line.requests = 0;
        return context.getInvokeAction();
      }
      line.requests++;
      byte[] rest = new byte[in.remaining()];
      in.get(rest);
      return context.getInvokeAction(Buffers.wrap(null, rest));
    }
  }

  /**
   * Lets other connections run first, then continues with the same bytes. Nothing is read
   * meanwhile.
   */
  private NextAction later(FilterChainContext context, NIOConnection connection) {
    context.suspend();
    selectors.nextRound(
        connection,
        () -> {
          if (connection.isOpen()) {
            context.resume();
          } else {
            context.resume(context.getStopAction());
          }
        });
    return context.getSuspendAction();
  }

  private Line line(Connection<?> connection) {
    Line line = LINES.get(connection);
    if (line == null) {
      line = new Line(new RequestReader(maxHeadBytes, local(connection)));
      LINES.set(connection, line);
    }
    return line;
  }

  /** The numeric address and port that the client has reached; no name is looked up. */
  private static String local(Connection<?> connection) {
    if (!(connection.getLocalAddress() instanceof InetSocketAddress local)) {
      return "";
    }
    InetAddress address = local.getAddress();
    String numbers = address.getHostAddress().replaceFirst("%.*", "");
    return (address instanceof Inet6Address ? "[" + numbers + "]" : numbers)
        + ":"
        + local.getPort();
  }

  /** Grizzly declares the result of a write as a raw type. */
  @SuppressWarnings("rawtypes")
  private void refuse(FilterChainContext context, Malformed malformed) {
    Connection<?> connection = context.getConnection();
    line(connection).reader.end();
    LOG.log(
        Level.DEBUG,
        "A request of {0} is refused: {1}",
        connection.getPeerAddress(),
        malformed.sentence());
    Buffer answer = Buffers.wrap(null, answer(malformed));
    context.write(
        null,
        answer,
        new EmptyCompletionHandler<WriteResult>() {
          @Override
          public void completed(WriteResult result) {
            close(connection);
          }

          @Override
          public void failed(Throwable thrown) {
            connection.terminateSilently();
          }
        });
  }

  private static byte[] answer(Malformed malformed) {
    int status = malformed.kind().status();
    byte[] body = Json.bytes(Problem.of(malformed.kind(), malformed.sentence()));
    String head =
        "HTTP/1.1 "
            + status
            + " "
            + HttpStatus.getHttpStatus(status).getReasonPhrase()
            + "\r\nContent-Type: application/problem+json;charset=UTF-8\r\nContent-Length: "
            + body.length
            + (status == 405 ? "\r\nAllow: " + Head.allowed() : "")
            + "\r\nConnection: close\r\nDate: "
            + FastHttpDateFormat.getCurrentDate()
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
  }

  /**
   * Without TLS, shuts down the output, and leaves the rest to the client or to a timeout. Closing
   * a connection while bytes arrive would reset it, and the answer might be lost.
   */
  private void close(Connection<?> connection) {
    connections.closeSoon(connection);
    if (SSLUtils.getSSLEngine(connection) == null
        && connection instanceof NIOConnection nio
        && nio.getChannel() instanceof SocketChannel channel) {
      try {
        channel.shutdownOutput();
      } catch (IOException e) {
        connection.terminateSilently();
      }
    } else {
      connection.closeSilently();
    }
  }
}
