// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.jar.JarEntryClass;
import dev.weir.model.jar.JarId;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Keeps copies of the jars uploaded to one cluster: a jar under a name of Weir's own, and beside it
 * a file with its facts. Beyond the size limit the jar used longest ago is removed.
 *
 * <p>All methods block on the disk but those that only look up a jar.
 */
public final class JarStore {
  private static final Logger LOG = System.getLogger(JarStore.class.getName());
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROGRAM = ".jar";
  private static final String FACTS = ".json";

  private final Path directory;
  private final long maxBytes;
  private final InstantSource clock;
  private final Map<JarId, StoredJar> programs = new LinkedHashMap<>();

  private JarStore(Path directory, long maxBytes, InstantSource clock) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /**
   * Opens a directory with the jars in it; creates the directory if missing.
   *
   * @param maxBytes limit of all jars together
   */
  public static JarStore open(Path directory, long maxBytes, InstantSource clock)
      throws IOException {
    JarStore store = new JarStore(OwnerOnly.directory(directory), maxBytes, clock);
    store.load();
    return store;
  }

  private synchronized void load() throws IOException {
    Set<String> whole = new HashSet<>();
    for (Path facts : files(FACTS)) {
      Optional<StoredJar> program = read(facts);
      if (program.isPresent() && Files.exists(jar(program.get()))) {
        programs.put(program.get().id(), program.get());
        whole.add(program.get().key());
      }
    }
    // What an upload left that did not come to its end.
    for (Path file : files("")) {
      String name = file.getFileName().toString();
      if ((name.endsWith(PROGRAM) || name.endsWith(FACTS))
          && !whole.contains(name.substring(0, name.lastIndexOf('.')))) {
        Files.delete(file);
      }
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static Optional<StoredJar> read(Path facts) {
    try {
      return Optional.of(JSON.readValue(facts.toFile(), StoredJar.class));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Cannot read {0}, so the program beside it is removed", facts);
      return Optional.empty();
    }
  }

  /** Takes the file of a program that a JobManager has taken under the id. */
  synchronized void keep(ReceivedJar program, JarId id) throws IOException {
    String key = UUID.randomUUID().toString();
    StoredJar stored =
        new StoredJar(
            key,
            id,
            program.name(),
            clock.millis(),
            Files.size(program.file()),
            entries(program.file()),
            List.of(id));
    Files.move(program.file(), jar(stored), StandardCopyOption.REPLACE_EXISTING);
    used(stored);
    write(stored);
    programs.put(id, stored);
    evict();
  }

  private void evict() throws IOException {
    List<StoredJar> oldestFirst = new ArrayList<>(programs.values());
    oldestFirst.sort(Comparator.comparing(this::lastUsed));
    long bytes = oldestFirst.stream().mapToLong(StoredJar::bytes).sum();
    for (StoredJar oldest : oldestFirst) {
      if (bytes <= maxBytes) {
        return;
      }
      LOG.log(
          Level.INFO,
          "The copy of {0} is removed, to stay within {1} bytes; the JobManager that has it keeps it",
          oldest.id(),
          maxBytes);
      remove(oldest);
      bytes -= oldest.bytes();
    }
  }

  private void used(StoredJar program) throws IOException {
    Files.setLastModifiedTime(jar(program), FileTime.fromMillis(clock.millis()));
  }

  private FileTime lastUsed(StoredJar program) {
    try {
      return Files.getLastModifiedTime(jar(program));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** The one that clients know by the id, if it is kept. */
  synchronized Optional<StoredJar> find(JarId id) {
    return Optional.ofNullable(programs.get(id));
  }

  /** All that are kept. */
  synchronized Collection<StoredJar> all() {
    return List.copyOf(programs.values());
  }

  /** Its file; gone when the program has been removed meanwhile. */
  Path jar(StoredJar program) {
    return directory.resolve(program.key() + PROGRAM);
  }

  /** Remembers that a JobManager knows it by another id, too. */
  synchronized void knownAs(StoredJar program, JarId other) throws IOException {
    StoredJar current = programs.get(program.id());
    if (current != null) {
      StoredJar after = current.knownAs(other);
      write(after);
      used(after);
      programs.put(after.id(), after);
    }
  }

  /** Removes it. */
  synchronized void remove(StoredJar program) throws IOException {
    programs.remove(program.id());
    Files.deleteIfExists(facts(program));
    Files.deleteIfExists(jar(program));
  }

  private void write(StoredJar program) throws IOException {
    Path whole = directory.resolve(program.key() + ".new");
    JSON.writeValue(whole.toFile(), program);
    Files.move(whole, facts(program), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path facts(StoredJar program) {
    return directory.resolve(program.key() + FACTS);
  }

  /** As Flink finds them: the classes that the manifest names. */
  private static List<JarEntryClass> entries(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      return manifest == null ? List.of() : entries(manifest.getMainAttributes());
    }
  }

  private static List<JarEntryClass> entries(Attributes attributes) {
    String names =
        Objects.requireNonNullElse(
            attributes.getValue("program-class"),
            Objects.requireNonNullElse(attributes.getValue(Attributes.Name.MAIN_CLASS), ""));
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> new JarEntryClass(name, ClusterDocuments.NO_DESCRIPTION))
        .toList();
  }
}
