// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** The memory for answers that are being received and parsed, shared by all clusters. */
public final class AnswerBudget {
  private final long maxBytes;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private long taken;

  /** A budget of that many bytes, all of them free. */
  public AnswerBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A reservation of 0 bytes, for one answer. */
  public Reservation open() {
    return new Reservation();
  }

  private record Waiting(Reservation reservation, long bytes, CompletableFuture<Void> turn) {}

  private List<CompletableFuture<Void>> nextTurns() {
    List<CompletableFuture<Void>> turns = new ArrayList<>();
    for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
      if (!next.turn.isDone() && !next.reservation.takes(next.bytes)) {
        break;
      }
      turns.add(waiting.remove().turn);
    }
    return turns;
  }

  /** The reserved bytes of one answer; closing frees them. */
  public final class Reservation implements AutoCloseable {
    private long bytes;
    private boolean closed;

    private boolean takes(long more) {
      if (closed || taken + more > maxBytes) {
        return closed;
      }
      taken += more;
      bytes += more;
      return true;
    }

    /** Reserves more bytes; false if they are not free now. */
    public boolean take(long more) {
      synchronized (AnswerBudget.this) {
        return takes(more);
      }
    }

    /**
     * Reserves more bytes as soon as they are free, first come, first served. Completes at once
     * after {@link #close}.
     */
    public CompletableFuture<Void> await(long more) {
      synchronized (AnswerBudget.this) {
        if (waiting.isEmpty() && takes(more)) {
          return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        waiting.add(new Waiting(this, more, turn));
        return turn;
      }
    }

    @Override
    public void close() {
      List<CompletableFuture<Void>> turns;
      synchronized (AnswerBudget.this) {
        closed = true;
        taken -= bytes;
        bytes = 0;
        turns = nextTurns();
      }
      turns.forEach(turn -> turn.complete(null));
    }
  }
}
