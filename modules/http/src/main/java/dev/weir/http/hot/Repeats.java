// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.weir.http.http1.Http1Fence;
import dev.weir.http.limits.ClientLimits;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.security.Authentication;
import dev.weir.security.Caller;
import dev.weir.security.Credentials;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests whose bytes came before, without parsing them.
 *
 * <p>Only requests that got a hot answer and carry no credentials are recognized. The client's
 * limits, the access level and the age of the snapshot are checked each time. Bytes are compared
 * only while every earlier byte of the connection belongs to an answered request: otherwise they
 * may be the body of another one.
 */
final class Repeats implements AddOn {
  private static final int MOST = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Credentials NONE_SHOWN =
      new Credentials(Optional.empty(), Optional.empty(), "");

  private final Attribute<Line> lines =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Repeats.class.getName());

  private final Cache<ByteBuffer, Repeat> repeats =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LONGEST).build();

  private final Authentication authentication;
  private final ClientLimits limits;
  private final ConnectionLimits connections;
  private final InstantSource clock;
  private volatile boolean stopped;

  Repeats(
      Authentication authentication,
      ClientLimits limits,
      ConnectionLimits connections,
      InstantSource clock) {
    this.authentication = authentication;
    this.limits = limits;
    this.connections = connections;
    this.clock = clock;
  }

  /** The state of a connection. */
  private static final class Line {
    /** Whether each request that was read is answered. */
    private volatile boolean atRest = true;

    /** The request that is being answered, if its head came alone and in one piece; else null. */
    private volatile @Nullable ByteBuffer arrived;

    private final AtomicInteger parsed = new AtomicInteger();
    private volatile long parsedNanos;
    private volatile @Nullable Repeat last;

    boolean mayRepeat(long now, long longestUnparsed) {
      return atRest && parsed.get() > 0 && now - parsedNanos < longestUnparsed;
    }

    void beforeParsing(Buffer message, long now) {
      arrived = atRest ? Repeat.headIn(message) : null;
      atRest = false;
      parsed.incrementAndGet();
      parsedNanos = now;
    }

    void restAfter(Request request) {
      int number = parsed.get();
      request.addAfterServiceListener(answered -> atRest = parsed.get() == number);
    }
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.add(
        chain.indexOfType(HttpServerFilter.class),
        new Reader(listener.getKeepAlive().getIdleTimeoutInSeconds()));
  }

  private final class Reader extends BaseFilter {
    private final long longestUnparsed;

    /** Grizzly counts idle time from the last request that it parsed. */
    Reader(int idleSeconds) {
      this.longestUnparsed = TimeUnit.SECONDS.toNanos(idleSeconds) / 2;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
      Connection<?> connection = context.getConnection();
      Buffer message = context.getMessage();
      Line line = line(connection);
      long now = System.nanoTime();
      Buffer outgoing =
          line.mayRepeat(now, longestUnparsed) ? outgoing(line, message, connection) : null;
      if (outgoing == null) {
        line.beforeParsing(message, now);
        return context.getInvokeAction();
      }
      message.tryDispose();
      connections.arrived(connection);
      context.write(outgoing);
      return context.getStopAction();
    }
  }

  private Line line(Connection<?> connection) {
    Line line = lines.get(connection);
    if (line == null) {
      line = new Line();
      lines.set(connection, line);
    }
    return line;
  }

  /** The answer to the bytes that were read; null if Grizzly has to parse them. */
  private @Nullable Buffer outgoing(Line line, Buffer message, Connection<?> connection) {
    if (stopped || !Repeat.mayBe(message)) {
      return null;
    }
    Repeat repeat = repeat(line, message.toByteBuffer());
    if (repeat == null) {
      return null;
    }
    Caller caller = authentication.authenticate(NONE_SHOWN).getNow(null);
    Buffer outgoing = caller == null ? null : repeat.outgoing(caller, clock.instant());
    line.last = outgoing == null ? null : repeat;
    return outgoing != null && limits.allowAtOnce(connection) ? outgoing : null;
  }

  private @Nullable Repeat repeat(Line line, ByteBuffer bytes) {
    Repeat last = line.last;
    return last != null && last.bytes().equals(bytes) ? last : repeats.getIfPresent(bytes);
  }

  /** Lets the connection be at rest after this request, if nothing of the request is to come. */
  void watch(Request request) {
    Connection<?> connection = request.getContext().getConnection();
    Line line = lines.get(connection);
    if (line != null
        && line.arrived != null
        && request.getProtocol() == Protocol.HTTP_1_1
        && Http1Fence.hasReadAll(connection)) {
      line.restAfter(request);
    }
  }

  /** Recognizes a request from now on; call it when the request gets a hot answer. */
  void learn(Request request, HotRequest asked, HotAnswer answer) {
    Connection<?> connection = request.getContext().getConnection();
    // In this order: a later read clears what has arrived.
    boolean whole = Http1Fence.hasReadAll(connection);
    Line line = lines.get(connection);
    ByteBuffer bytes = line == null ? null : line.arrived;
    String option = request.getHeader(Header.Connection);
    if (whole
        && bytes != null
        && request.getProtocol() == Protocol.HTTP_1_1
        && (option == null || option.equalsIgnoreCase("keep-alive"))
        && request.getHeader(Header.Authorization) == null) {
      repeats.put(bytes, new Repeat(bytes, asked, answer));
    }
  }

  /** Has every request parsed from now on. */
  void stop() {
    stopped = true;
  }
}
