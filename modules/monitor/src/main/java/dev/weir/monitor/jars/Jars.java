// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.Futures;
import dev.weir.flink.JarOptions;
import dev.weir.flink.NoSuchJarException;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.model.jar.JarFile;
import dev.weir.model.jar.JarId;
import dev.weir.model.jar.JarList;
import dev.weir.model.jar.JarPlan;
import dev.weir.model.job.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The jars of one cluster, the same for every JobManager.
 *
 * <p>Flink keeps an uploaded jar on the JobManager that received it, under an id of its own. Jars
 * uploaded through Weir are kept here ({@link JarStore}) and have one id for clients. A JobManager
 * that lacks one receives it before a run or plan.
 */
public final class Jars {
  private static final Logger LOG = System.getLogger(Jars.class.getName());
  private static final int REMEMBERED = 1000;

  private final ClusterSource flink;
  private final JarStore store;
  private final Executor files;
  private final Map<JarId, CompletableFuture<JarId>> beingHandedOn = new ConcurrentHashMap<>();
  private final Set<JarId> removed =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<JarId, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /**
   * The jars of that cluster.
   *
   * @param files runs work that blocks on the disk
   */
  public Jars(ClusterSource flink, JarStore store, Executor files) {
    this.flink = flink;
    this.store = store;
    this.files = files;
  }

  /**
   * Uploads a jar to the cluster, and keeps a copy if the cluster takes it. Blocks until the whole
   * jar is on disk here.
   *
   * @param uploads receives the jar
   * @param clientsName a file name, or a path whose last part is taken
   * @return the jar's id; what was received is removed in any case
   * @throws ClusterException if the jar is refused before the cluster is asked
   * @throws IOException if the content or the disk cannot be read
   */
  public CompletableFuture<JarId> upload(
      JarUploads uploads, @Nullable String clientsName, InputStream content) throws IOException {
    ReceivedJar program = uploads.receive(clientsName, content);
    return flink
        .upload(program.file(), program.name())
        .whenCompleteAsync(
            (id, thrown) -> {
              if (thrown == null) {
                keep(program, id);
              }
              program.remove();
            },
            files);
  }

  private void keep(ReceivedJar program, JarId id) {
    try {
      store.keep(program, id);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "No copy of " + id + " is kept; only one JobManager has it", e);
    }
  }

  /** The jars of the leading JobManager and those kept here, latest first. */
  public JarList merged(JarList atJobManager) {
    Map<JarId, StoredJar> byAnyId = new HashMap<>();
    store.all().forEach(program -> program.known().forEach(id -> byAnyId.put(id, program)));
    List<JarFile> merged = new ArrayList<>();
    Set<JarId> listed = new HashSet<>();
    for (JarFile file : atJobManager.files()) {
      StoredJar program = byAnyId.get(file.id());
      JarFile one = program == null ? file : program.listed(file.entry());
      if (!removed.contains(file.id()) && listed.add(one.id())) {
        merged.add(one);
      }
    }
    store.all().stream()
        .filter(program -> listed.add(program.id()))
        .map(program -> program.listed(program.entry()))
        .forEach(merged::add);
    merged.sort(Comparator.comparingLong(JarFile::uploaded).reversed());
    return new JarList(atJobManager.address(), merged);
  }

  /** Runs a jar; uploads it first if the leading JobManager lacks it. */
  public CompletableFuture<JobId> run(JarId jar, JarOptions options) {
    return with(jar, id -> flink.run(id, options));
  }

  /** The plan of a run; uploads the jar first if the leading JobManager lacks it. */
  public CompletableFuture<JarPlan> plan(JarId jar, JarOptions options) {
    return with(jar, id -> flink.plan(id, options));
  }

  /**
   * Uses a jar; uploads it first if the leading JobManager lacks it.
   *
   * @param use is given the id that the JobManager has for the jar
   */
  public <T> CompletableFuture<T> with(JarId jar, Function<JarId, CompletableFuture<T>> use) {
    return store
        .find(jar)
        .map(
            program ->
                use.apply(program.latest())
                    .exceptionallyCompose(
                        thrown ->
                            lacks(thrown)
                                ? handedOn(program).thenCompose(use)
                                : CompletableFuture.failedFuture(thrown)))
        .orElseGet(() -> use.apply(jar));
  }

  /**
   * Whether the JobManager has no such jar, and so has done nothing: asking again is no repetition.
   * An error of the program never counts.
   */
  private static boolean lacks(Throwable thrown) {
    return ClusterException.unwrap(thrown) instanceof NoSuchJarException;
  }

  /** The id under which the JobManager that answers knows it, once it does. */
  private CompletableFuture<JarId> handedOn(StoredJar program) {
    CompletableFuture<JarId> mine = new CompletableFuture<>();
    CompletableFuture<JarId> others = beingHandedOn.putIfAbsent(program.id(), mine);
    if (others != null) {
      return others;
    }
    var unused =
        idThere(program)
            .whenComplete(
                (id, thrown) -> {
                  beingHandedOn.remove(program.id());
                  if (thrown == null) {
                    mine.complete(id);
                  } else {
                    mine.completeExceptionally(thrown);
                  }
                });
    return mine;
  }

  private CompletableFuture<JarId> idThere(StoredJar program) {
    return ClusterDocuments.jars()
        .read(flink)
        .thenCompose(
            there ->
                there.value().files().stream()
                    .map(JarFile::id)
                    .filter(program.known()::contains)
                    .findFirst()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> flink.upload(store.jar(program), program.name())))
        .whenCompleteAsync(
            (id, thrown) -> {
              if (thrown == null) {
                remember(program, id);
              }
            },
            files);
  }

  private void remember(StoredJar program, JarId id) {
    try {
      store.knownAs(program, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a jar here and on the leading JobManager. On others the jar stays, and is hidden. */
  public CompletableFuture<Void> delete(JarId jar) {
    return store
        .find(jar)
        .map(
            program ->
                Futures.all(program.known().stream().map(this::deleteIfThere).toList())
                    .thenAcceptAsync(done -> forget(program), files))
        .orElseGet(() -> flink.delete(jar));
  }

  private CompletableFuture<Void> deleteIfThere(JarId jar) {
    return flink
        .delete(jar)
        .exceptionallyCompose(
            thrown ->
                ClusterException.saysNotFound(thrown)
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(thrown));
  }

  private void forget(StoredJar program) {
    removed.addAll(program.known());
    try {
      store.remove(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
