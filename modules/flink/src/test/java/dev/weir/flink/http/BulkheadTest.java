// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private final Bulkhead bulkhead = new Bulkhead(2, 2);
  private final List<CompletableFuture<String>> sent = new ArrayList<>();

  private CompletableFuture<String> ask() {
    CompletableFuture<String> whole = new CompletableFuture<>();
    bulkhead.pass(
        whole,
        () -> {
          CompletableFuture<String> request = new CompletableFuture<>();
          sent.add(request);
          return request;
        });
    return whole;
  }

  private void occupy() {
    var unused = ask();
  }

  @Test
  void soManyAreUnderWayAtOnce() {
    occupy();
    occupy();
    occupy();

    assertThat(sent).hasSize(2);
  }

  @Test
  void whoWaitsIsSentWhenOneIsBack() {
    occupy();
    occupy();
    CompletableFuture<String> third = ask();
    sent.get(0).complete("first");
    sent.get(2).complete("third");

    assertThat(third).isCompletedWithValue("third");
  }

  @Test
  void aFailureMakesRoomToo() {
    CompletableFuture<String> first = ask();
    occupy();
    occupy();
    sent.get(0).completeExceptionally(new IllegalStateException("broken"));

    assertThat(first).isCompletedExceptionally();
    assertThat(sent).hasSize(3);
  }

  @Test
  void soManyMayWaitAndNoMore() {
    occupy();
    occupy();
    CompletableFuture<String> waiting = ask();
    occupy();

    assertThat(waiting).isNotDone();
    assertThatThrownBy(() -> ask().join())
        .cause()
        .isInstanceOf(ClusterException.class)
        .hasMessage("More than 2 requests already wait for the cluster.");
  }

  @Test
  void aRequestWhoseCallerHasGoneIsNotSent() {
    occupy();
    occupy();
    CompletableFuture<String> gone = ask();
    CompletableFuture<String> patient = ask();
    gone.cancel(false);
    sent.get(0).complete("first");

    assertThat(sent).hasSize(3);
    sent.get(2).complete("patient's");
    assertThat(patient).isCompletedWithValue("patient's");
  }

  @Test
  void aRequestWhoseCallerHasGoneIsCancelledOnItsWay() {
    ask().cancel(false);

    assertThat(sent.get(0)).isCancelled();
  }

  @Test
  void whatCannotEvenBeSentMakesRoom() {
    CompletableFuture<String> whole = new CompletableFuture<>();
    bulkhead.pass(
        whole,
        () -> {
          throw new IllegalArgumentException("no such host");
        });
    occupy();
    occupy();

    assertThat(whole).isCompletedExceptionally();
    assertThat(sent).hasSize(2);
  }
}
