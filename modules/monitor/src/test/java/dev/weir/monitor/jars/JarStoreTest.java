// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.jar.JarEntryClass;
import dev.weir.model.jar.JarId;
import dev.weir.monitor.MovableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarStoreTest {
  private static final JarId ONE = new JarId("1_a.jar");
  private static final JarId OTHER = new JarId("2_b.jar");
  private static final long PLENTY = 1 << 20;

  @TempDir private Path uploads;
  @TempDir private Path parent;
  private Path directory;
  private final MovableClock clock = new MovableClock();

  @BeforeEach
  void notThereYet() {
    directory = parent.resolve("weir").resolve("prod");
  }

  private JarStore open(long maxBytes) throws IOException {
    return JarStore.open(directory, maxBytes, clock);
  }

  private ReceivedJar program(String name, String entryClasses) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, entryClasses);
    Path file = Files.createTempFile(uploads, "upload", ".jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.flush();
    }
    return new ReceivedJar(file, name);
  }

  private static StoredJar found(JarStore store, JarId id) {
    return store.find(id).orElseThrow();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  @Test
  void aProgramIsKeptUnderANameOfOurOwnWithWhatIsKnownOfIt() throws IOException {
    JarStore store = open(PLENTY);
    ReceivedJar program = program("../../a.jar", "x.Main, x.Other");

    store.keep(program, ONE);

    StoredJar kept = found(store, ONE);
    assertThat(program.file()).doesNotExist();
    assertThat(store.jar(kept)).isRegularFile().hasParent(directory);
    assertThat(kept.name()).isEqualTo("../../a.jar");
    assertThat(kept.uploaded()).isEqualTo(clock.millis());
    assertThat(kept.entry()).extracting(JarEntryClass::name).containsExactly("x.Main", "x.Other");
    assertThat(kept.known()).containsExactly(ONE);
  }

  @Test
  void itIsThereAfterARestartWithAllTheIdsThatItHasHad() throws IOException {
    JarStore before = open(PLENTY);
    before.keep(program("a.jar", "x.Main"), ONE);
    before.knownAs(found(before, ONE), OTHER);

    StoredJar after = found(open(PLENTY), ONE);

    assertThat(after).isEqualTo(found(before, ONE));
    assertThat(after.latest()).isEqualTo(OTHER);
    assertThat(after.known()).containsExactly(OTHER, ONE);
  }

  @Test
  void ofWhatWasInterruptedNothingIsLeftAfterARestart() throws IOException {
    JarStore before = open(PLENTY);
    before.keep(program("a.jar", "x.Main"), ONE);
    before.keep(program("b.jar", "x.Main"), OTHER);
    Files.delete(before.jar(found(before, ONE)));
    Files.writeString(directory.resolve("half.jar"), "PK");
    Files.writeString(directory.resolve("broken.json"), "{");
    Files.writeString(directory.resolve("somebody-elses.txt"), "hello");

    JarStore after = open(PLENTY);

    assertThat(after.all()).extracting(StoredJar::id).containsExactly(OTHER);
    assertThat(files()).isEqualTo(3);
    assertThat(directory.resolve("somebody-elses.txt")).exists();
  }

  @Test
  void beyondTheBoundTheOneThatWasUsedLongestAgoGoes() throws IOException {
    JarId third = new JarId("3_c.jar");
    long size = Files.size(program("a.jar", "x.Main").file());
    JarStore store = open(2 * size);
    store.keep(program("a.jar", "x.Main"), ONE);
    clock.passes(Duration.ofHours(1));
    store.keep(program("b.jar", "x.Main"), OTHER);
    clock.passes(Duration.ofHours(1));
    store.knownAs(found(store, ONE), new JarId("4_a.jar"));
    clock.passes(Duration.ofHours(1));

    store.keep(program("c.jar", "x.Main"), third);

    assertThat(store.all()).extracting(StoredJar::id).containsExactly(ONE, third);
    assertThat(files()).isEqualTo(4);
  }

  @Test
  void oneThatIsRemovedLeavesNoFile() throws IOException {
    JarStore store = open(PLENTY);
    store.keep(program("a.jar", "x.Main"), ONE);

    store.remove(found(store, ONE));

    assertThat(store.find(ONE)).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
