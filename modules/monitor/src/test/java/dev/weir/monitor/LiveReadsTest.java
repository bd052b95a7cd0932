// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.raw.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveReadsTest {
  private final List<CompletableFuture<RawJson>> sent = new ArrayList<>();
  private final LiveReads reads =
      new LiveReads(
          path -> {
            CompletableFuture<RawJson> answer = new CompletableFuture<>();
            sent.add(answer);
            return answer;
          });

  private static RawJson json(String text) {
    return new RawJson(text.getBytes(UTF_8));
  }

  private void ask(String path) {
    var unused = reads.read(path);
  }

  @Test
  void whoComesWhileARequestIsUnderWayWaitsForTheNext() {
    CompletableFuture<RawJson> first = reads.read("/a");
    List<CompletableFuture<RawJson>> later =
        Stream.generate(() -> reads.read("/a")).limit(100).toList();
    assertThat(sent).hasSize(1);

    RawJson one = json("[1]");
    sent.get(0).complete(one);
    assertThat(first.join()).isSameAs(one);
    assertThat(sent).hasSize(2);
    assertThat(later).noneMatch(CompletableFuture::isDone);

    RawJson two = json("[2]");
    sent.get(1).complete(two);
    assertThat(later).allSatisfy(read -> assertThat(read.join()).isSameAs(two));
    assertThat(sent).hasSize(2);
  }

  @Test
  void whoComesAfterwardsIsAskedForAnew() {
    ask("/a");
    sent.get(0).complete(json("[1]"));
    ask("/a");

    assertThat(sent).hasSize(2);
  }

  @Test
  void pathsDoNotWaitForEachOther() {
    ask("/a");
    ask("/b");

    assertThat(sent).hasSize(2);
  }

  @Test
  void aFailureIsOfThoseWhoWaitedForIt() {
    CompletableFuture<RawJson> first = reads.read("/a");
    CompletableFuture<RawJson> second = reads.read("/a");
    ClusterException down = new ClusterException(Reason.UNREACHABLE, "Nobody answers.");

    sent.get(0).completeExceptionally(down);
    assertThat(first).isCompletedExceptionally();
    assertThatThrownBy(first::join).hasCause(down);
    sent.get(1).complete(json("{}"));
    assertThat(second).isCompleted();
  }

  @Test
  void oneReaderWhoGivesUpTakesNothingFromTheOthers() {
    ask("/a");
    CompletableFuture<RawJson> one = reads.read("/a");
    CompletableFuture<RawJson> other = reads.read("/a");
    one.cancel(true);

    sent.get(0).complete(json("[1]"));
    sent.get(1).complete(json("[2]"));
    assertThat(other).isCompleted();
  }
}
