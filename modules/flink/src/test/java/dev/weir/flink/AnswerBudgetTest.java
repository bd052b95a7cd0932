// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.AnswerBudget.Reservation;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnswerBudgetTest {
  private final AnswerBudget budget = new AnswerBudget(100);

  @Test
  void whatIsTakenIsFreeAgainOnceItIsClosed() {
    Reservation first = budget.open();
    Reservation second = budget.open();
    assertThat(first.take(60)).isTrue();
    assertThat(second.take(60)).isFalse();
    assertThat(second.take(40)).isTrue();

    first.close();
    first.close();

    assertThat(second.take(60)).isTrue();
    assertThat(second.take(1)).isFalse();
  }

  @Test
  void whoWaitsHasItsTurnInOrder() {
    Reservation first = budget.open();
    assertThat(first.await(100)).isCompleted();
    Reservation large = budget.open();
    Reservation small = budget.open();
    CompletableFuture<Void> largeTurn = large.await(90);
    CompletableFuture<Void> smallTurn = small.await(20);
    assertThat(largeTurn).isNotDone();

    first.close();

    assertThat(largeTurn).isCompleted();
    assertThat(smallTurn).isNotDone();
    large.close();
    assertThat(smallTurn).isCompleted();
  }

  @Test
  void whoHasGivenUpHoldsUpNobody() {
    Reservation first = budget.open();
    assertThat(first.await(100)).isCompleted();
    Reservation gone = budget.open();
    CompletableFuture<Void> goneTurn = gone.await(100);
    CompletableFuture<Void> next = budget.open().await(100);

    goneTurn.cancel(false);
    gone.close();
    first.close();

    assertThat(next).isCompleted();
    assertThat(budget.open().take(1)).isFalse();
  }
}
