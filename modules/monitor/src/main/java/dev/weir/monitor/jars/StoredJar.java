// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.weir.model.jar.JarEntryClass;
import dev.weir.model.jar.JarFile;
import dev.weir.model.jar.JarId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that was uploaded through this server, of which it keeps a copy.
 *
 * @param key what its files here are called
 * @param id the id that clients know it by: the one that the cluster gave it first
 * @param name what the client called it
 * @param uploaded when, milliseconds since the epoch
 * @param bytes its size
 * @param entry classes that its manifest names as entries
 * @param known all ids that JobManagers have given it, the latest first
 */
record StoredJar(
    String key,
    JarId id,
    String name,
    long uploaded,
    long bytes,
    List<JarEntryClass> entry,
    List<JarId> known) {
  private static final int REMEMBERED = 20;

  StoredJar {
    entry = List.copyOf(entry);
    known = List.copyOf(known);
  }

  /** The id under which the JobManager knows it that was given it last. */
  @JsonIgnore
  JarId latest() {
    return known.get(0);
  }

  StoredJar knownAs(JarId other) {
    return new StoredJar(
        key,
        id,
        name,
        uploaded,
        bytes,
        entry,
        Stream.concat(Stream.of(other), known.stream().filter(one -> !one.equals(other)))
            .limit(REMEMBERED)
            .toList());
  }

  /** As clients see it, whatever the JobManager calls it. */
  JarFile listed(List<JarEntryClass> entryClasses) {
    return new JarFile(id, name, uploaded, entryClasses);
  }
}
