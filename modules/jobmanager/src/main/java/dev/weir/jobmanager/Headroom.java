// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * The memory that this process may take, in bytes.
 *
 * @param heap limit of the heap
 * @param metaspace limit of the metaspace; {@link Long#MAX_VALUE} if there is none
 */
record Headroom(long heap, long metaspace) {
  private static final long MIB = 1L << 20;

  /** What a small JobManager needs, and Weir beside it. */
  private static final Headroom NEEDED = new Headroom(192 * MIB, 160 * MIB);

  /** Reads the limits of this process. */
  static Headroom ofThisProcess() {
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong(pool -> pool.getUsage().getMax())
            .filter(max -> max > 0)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return new Headroom(Runtime.getRuntime().maxMemory(), metaspace);
  }

  /** Why Weir does not start with so little, as a sentence; empty if there is enough. */
  Optional<String> problem() {
    if (heap < NEEDED.heap) {
      return problem("heap", heap, NEEDED.heap, "jobmanager.memory.heap.size");
    }
    if (metaspace < NEEDED.metaspace) {
      return problem(
          "metaspace", metaspace, NEEDED.metaspace, "jobmanager.memory.jvm-metaspace.size");
    }
    return Optional.empty();
  }

  private static Optional<String> problem(String what, long is, long needed, String key) {
    return Optional.of(
        "the %s of this JobManager is limited to %d MiB, and Weir needs a limit of %d MiB or more. Recommended action: raise %s."
            .formatted(what, is / MIB, needed / MIB, key));
  }
}
