// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.JarOptions;
import dev.weir.flink.NoSuchJarException;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.jar.JarFile;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarList;
import dev.weir.model.job.JobId;
import dev.weir.monitor.FakeClusterSource;
import dev.weir.monitor.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
  private static final JarOptions OPTIONS = new JarOptions(List.of(), null, null, null, false);

  @TempDir private Path uploads;
  @TempDir private Path directory;
  private final MovableClock clock = new MovableClock();
  private final FakeClusterSource cluster = new FakeClusterSource(clock);
  private JarStore store;
  private Jars jars;

  @BeforeEach
  void open() throws IOException {
    store = JarStore.open(directory, 1 << 20, clock);
    jars = new Jars(cluster, store, Runnable::run);
  }

  private CompletableFuture<JarId> upload(String name) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "x.Main");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return jars.upload(
        new JarUploads(uploads, new UploadLimits(10_000, 10, 50, 100_000, 0)),
        name,
        new ByteArrayInputStream(bytes.toByteArray()));
  }

  private JarId uploaded() throws IOException {
    return upload("words.jar").join();
  }

  private List<JarId> listed() {
    JarList there = ClusterDocuments.jars().read(cluster).join().value();
    return jars.merged(there).files().stream().map(JarFile::id).toList();
  }

  private long uploadsSent() {
    return cluster.sent().stream().filter("POST /jars/upload"::equals).count();
  }

  @Test
  void aJarThatTheClusterTakesIsKeptAndListedOnce() throws IOException {
    JarId id = upload("a/words.jar").join();

    assertThat(id.value()).endsWith("_words.jar");
    assertThat(cluster.flink().jars()).containsExactly(id);
    assertThat(uploads).isEmptyDirectory();
    assertThat(store.find(id)).isPresent();
    assertThat(listed()).containsExactly(id);
  }

  @Test
  void aJarThatTheClusterRefusesIsRemoved() throws IOException {
    cluster.refuses(new ClusterException(Reason.TOO_LARGE, "Too large."));

    assertThatThrownBy(this::uploaded).cause().hasMessage("Too large.");
    assertThat(uploads).isEmptyDirectory();
    assertThat(store.all()).isEmpty();
  }

  @Test
  void whatIsRefusedHereIsNotSent() {
    assertThatThrownBy(() -> upload("words.zip")).isInstanceOf(ClusterException.class);
    assertThat(cluster.sent()).isEmpty();
  }

  @Test
  void aJarRunsWhereItIs() throws IOException {
    JarId id = uploaded();

    jars.run(id, OPTIONS).join();
    jars.plan(id, OPTIONS).join();

    assertThat(cluster.sent())
        .containsExactly(
            "POST /jars/upload", "POST /jars/" + id + "/run", "POST /jars/" + id + "/plan");
  }

  @Test
  void aJobManagerThatLacksTheJarIsGivenItAndAskedAgain() throws IOException {
    JarId id = uploaded();
    cluster.moves();
    assertThat(listed()).containsExactly(id);

    JobId job = jars.run(id, OPTIONS).join();

    assertThat(cluster.status(job).join()).isNotNull();
    assertThat(cluster.flink().jars()).hasSize(1).doesNotContain(id);
    assertThat(listed()).containsExactly(id);
    jars.run(id, OPTIONS).join();
    assertThat(uploadsSent()).isEqualTo(2);
  }

  @Test
  void aJobManagerThatLeadsAgainIsAskedForTheIdThatItGave() throws IOException {
    JarId first = uploaded();
    cluster.moves();
    jars.run(first, OPTIONS).join();
    JarId second = cluster.flink().jars().get(0);
    cluster.flink().losesJars();
    cluster.flink().hasJar(first);

    jars.run(first, OPTIONS).join();

    assertThat(uploadsSent()).isEqualTo(2);
    assertThat(cluster.sent())
        .endsWith("POST /jars/" + second + "/run", "GET /jars", "POST /jars/" + first + "/run");
  }

  @Test
  void thoseWhoWantItAtOnceShareOneHandingOn() throws IOException {
    JarId id = uploaded();
    cluster.moves();
    cluster.hangs();
    CompletableFuture<JobId> one = jars.run(id, OPTIONS);
    CompletableFuture<?> other = jars.plan(id, OPTIONS);
    // Both learn that the jar is not there; the list of jars stays away.
    cluster.answersFirst(2);

    cluster.answers();

    assertThat(one.join()).isNotNull();
    assertThat(other.join()).isNotNull();
    assertThat(uploadsSent()).isEqualTo(2);
  }

  @Test
  void whatTheProgramFailsWithIsNotTakenForAMissingJar() throws IOException {
    JarId id = uploaded();
    cluster.refuses(new ClusterException(Reason.NOT_FOUND, "Jar file x does not exist."));

    assertThatThrownBy(jars.run(id, OPTIONS)::join).cause().hasMessageContaining("does not exist");
    assertThat(cluster.sent()).containsExactly("POST /jars/upload", "POST /jars/" + id + "/run");
  }

  @Test
  void aJarThatIsNotKeptHereIsTheClustersMatter() {
    JarId id = new JarId("00000000-0000-0000-0000-000000000000_other.jar");

    assertThatThrownBy(jars.run(id, OPTIONS)::join).cause().isInstanceOf(NoSuchJarException.class);
    assertThatThrownBy(jars.delete(id)::join).cause().isInstanceOf(NoSuchJarException.class);
    assertThat(uploadsSent()).isZero();
  }

  @Test
  void aDeletedJarIsHiddenWhereAnotherJobManagerStillHasIt() throws IOException {
    JarId id = uploaded();
    cluster.moves();

    jars.delete(id).join();

    assertThat(store.all()).isEmpty();
    cluster.flink().hasJar(id);
    assertThat(listed()).isEmpty();
  }

  @Test
  void aJarIsKeptWhereTheClusterDoesNotDeleteIt() throws IOException {
    JarId id = uploaded();
    cluster.refuses(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));

    assertThatThrownBy(jars.delete(id)::join).cause().hasMessage("Nobody answers.");
    assertThat(listed()).containsExactly(id);
  }
}
