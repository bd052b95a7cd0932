// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.BodyReader;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.ContactState;
import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.Secrets;
import dev.weir.flink.TextFile;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.JobDocuments;
import dev.weir.model.cluster.ClusterOverview;
import dev.weir.model.job.JobId;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a {@link ClusterSource} promises about reads and about the contact with a cluster. */
abstract class ClusterSourceContract {
  static final String OVERVIEW = "/overview";
  static final String SEVEN_SLOTS = "{\"slots-total\":7,\"flink-version\":\"2.3.0\"}";
  private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

  abstract ClusterSource source();

  /** From now on the cluster answers at a path, with 200. */
  abstract void has(String path, String body);

  /** From now on nobody answers. */
  abstract void goes();

  abstract void comesBack();

  private CompletableFuture<Reading<ClusterOverview>> read() {
    return ClusterDocuments.overview().read(source());
  }

  private CompletableFuture<Reading<ClusterOverview>> probe() {
    return ClusterDocuments.overview().read(new Probing(source()));
  }

  private record Probing(ClusterSource source) implements Document.Source {
    @Override
    public <R> CompletableFuture<Reading<R>> get(String path, BodyReader<R> reader) {
      return source.probe(path, reader);
    }

    @Override
    public Secrets secrets() {
      return source.secrets();
    }
  }

  private static Reason failed(CompletableFuture<?> future) {
    Throwable thrown = future.handle((value, why) -> why).join();
    assertThat(ClusterException.unwrap(thrown)).isInstanceOf(ClusterException.class);
    return ((ClusterException) ClusterException.unwrap(thrown)).reason();
  }

  @Test
  void aDocumentIsReadAtItsPath() {
    has(OVERVIEW, SEVEN_SLOTS);

    Reading<ClusterOverview> reading = read().join();

    assertThat(reading.value().slotsTotal()).isEqualTo(7);
    assertThat(reading.bytes()).isEqualTo(SEVEN_SLOTS.length());
    assertThat(reading.takenAt()).isBeforeOrEqualTo(source().contact().answered());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(failed(JobDocuments.details(JOB).read(source()))).isEqualTo(Reason.NOT_FOUND);
    assertThat(source().contact().failed()).isNull();
  }

  @Test
  void whatIsNotFlinksIsUnexpectedAndSaysNothingOfOtherDocuments() {
    has(OVERVIEW, "<html>");

    for (int i = 0; i < 5; i++) {
      assertThat(failed(read())).isEqualTo(Reason.UNEXPECTED_ANSWER);
    }
    assertThat(source().contact().lost()).isFalse();
  }

  @Test
  void aProbeThatIsNotAnsweredAsFlinkDoesLosesTheCluster() {
    has(OVERVIEW, "<html>");

    assertThat(failed(probe())).isEqualTo(Reason.UNEXPECTED_ANSWER);
    assertThat(source().contact().lost()).isTrue();
  }

  @Test
  void beforeTheFirstAnswerNothingIsKnown() {
    assertThat(source().contact()).isEqualTo(new ContactState(null, null, null, null, false));
    assertThat(source().answering()).isEmpty();

    has(OVERVIEW, SEVEN_SLOTS);
    read().join();
    assertThat(source().contact().answered()).isNotNull();
    assertThat(source().answering()).isPresent().get().isIn(source().addresses());
  }

  @Test
  void threeReadsInARowWithoutAnAnswerLoseTheCluster() {
    has(OVERVIEW, SEVEN_SLOTS);
    goes();

    for (int i = 0; i < 3; i++) {
      assertThat(source().contact().lost()).isFalse();
      assertThat(failed(read())).isEqualTo(Reason.UNREACHABLE);
    }
    assertThat(source().contact().lost()).isTrue();
    assertThat(source().contact().failure().reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void aLostClusterIsSentNothingUntilAProbeIsAnswered() {
    has(OVERVIEW, SEVEN_SLOTS);
    goes();
    assertThat(failed(probe())).isEqualTo(Reason.UNREACHABLE);
    comesBack();

    assertThat(failed(read())).isEqualTo(Reason.UNREACHABLE);
    assertThat(failed(source().open("/jobmanager/log"))).isEqualTo(Reason.UNREACHABLE);
    assertThat(failed(source().status(JOB))).isEqualTo(Reason.UNREACHABLE);
    assertThatThrownBy(source().cancel(JOB)::join)
        .cause()
        .hasMessageStartingWith("Nothing was sent. ")
        .matches(thrown -> ((ClusterException) thrown).isUnsent());

    assertThat(probe().join().value().slotsTotal()).isEqualTo(7);
    ContactState contact = source().contact();
    assertThat(contact.lost()).isFalse();
    assertThat(contact.back()).isEqualTo(contact.answered());
    assertThat(read().join().value().slotsTotal()).isEqualTo(7);
    assertThat(source().contact().back()).isEqualTo(contact.back());
  }

  @Test
  void aFileIsOpenedOrNotFound() throws IOException {
    has("/jobmanager/log", "a line\n");

    try (TextFile log = source().open("/jobmanager/log").join()) {
      assertThat(log.length()).hasValue(7);
      assertThat(log.content()).hasContent("a line\n");
    }
    assertThat(failed(source().open("/jobmanager/stdout"))).isEqualTo(Reason.NOT_FOUND);
  }
}
