// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.security.Caller;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/** The bytes of a request that got a hot answer, and the bytes of its answer. */
final class Repeat {
  private static final int LONGEST_REQUEST = 2048;

  /** A longer body is sent from its snapshot; a shorter one is copied behind its head. */
  private static final int LONGEST_COPIED = 16 << 10;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ByteBuffer bytes;
  private final HotRequest request;
  private final HotAnswer answer;

  /** Weak, because it holds a snapshot: the store alone decides how long snapshots live. */
  private volatile WeakReference<Sent> sent = new WeakReference<>(null);

  Repeat(ByteBuffer bytes, HotRequest request, HotAnswer answer) {
    this.bytes = bytes;
    this.request = request;
    this.answer = answer;
  }

  /** The bytes that answer the request from one instant to another, of one snapshot. */
  private record Sent(
      Snapshot<?> snapshot, ByteBuffer head, ByteBuffer body, Instant from, Instant until) {
    boolean isCurrent(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }

    Buffer buffer() {
      Buffer first = Buffers.wrap(null, head.duplicate());
      return body.hasRemaining()
          ? Buffers.appendBuffers(null, first, Buffers.wrap(null, body.duplicate()))
          : first;
    }
  }

  /** Whether bytes may be a known request, by their length. */
  static boolean mayBe(Buffer read) {
    return !read.isComposite() && read.remaining() <= LONGEST_REQUEST;
  }

  /** A copy of the bytes if they are the head of one request and nothing else; otherwise null. */
  static @Nullable ByteBuffer headIn(Buffer read) {
    if (!mayBe(read)) {
      return null;
    }
    byte[] bytes = new byte[read.remaining()];
    read.toByteBuffer().duplicate().get(bytes);
    return isOneHead(bytes) ? ByteBuffer.wrap(bytes).asReadOnlyBuffer() : null;
  }

  /** Whether the first empty line is the end, and each line ends in CRLF. */
  private static boolean isOneHead(byte[] bytes) {
    int lineStart = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean cr = bytes[i] == '\r';
      if (bytes[i] == '\n' || (cr && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
        return false;
      }
      if (cr) {
        if (i == lineStart) {
          return i > 0 && i + 2 == bytes.length;
        }
        i++;
        lineStart = i + 1;
      }
    }
    return false;
  }

  ByteBuffer bytes() {
    return bytes;
  }

  /** The answer to this caller now; null if Jersey has to give it. */
  @Nullable Buffer outgoing(Caller caller, Instant now) {
    Snapshot<?> snapshot = answer.snapshot(caller, now);
    if (snapshot == null) {
      return null;
    }
    Sent last = sent.get();
    if (last == null || !last.snapshot.equals(snapshot) || !last.isCurrent(now)) {
      last = made(snapshot, now);
      sent = new WeakReference<>(last);
    }
    return last.buffer();
  }

  private Sent made(Snapshot<?> snapshot, Instant now) {
    HotReply reply = answer.reply(snapshot, request, now);
    Instant second = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Instant until = reply.until().isBefore(second) ? reply.until() : second;
    ByteBuffer head = ByteBuffer.wrap(reply.head());
    ByteBuffer body = reply.body();
    if (body.remaining() > LONGEST_COPIED) {
      return new Sent(snapshot, head, body, now, until);
    }
    ByteBuffer whole = ByteBuffer.allocate(head.remaining() + body.remaining());
    whole.put(head).put(body.duplicate()).flip();
    return new Sent(snapshot, whole, NOTHING, now, until);
  }
}
