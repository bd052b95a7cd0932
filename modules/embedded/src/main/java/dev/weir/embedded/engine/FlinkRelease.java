// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.runtime.dispatcher.ArchivedApplicationStore;
import org.apache.flink.runtime.dispatcher.MemoryArchivedApplicationStore;
import org.apache.flink.runtime.util.ArchivedApplicationStoreUtils;

/** What the engine needs to know about Flink 2.3 that differs in other releases. */
final class FlinkRelease {

  /** Weir's defaults for keys that other releases lack. */
  static final Map<String, String> DEFAULTS = Map.of();

  /** The classes with a static timer in a field {@code DELAYER}. */
  static final List<String> HOLDERS_OF_TIMERS =
      List.of(
          "org.apache.flink.util.concurrent.FutureUtils$Delayer",
          "org.apache.flink.runtime.asyncprocessing.AsyncRequestBuffer");

  private FlinkRelease() {}

  /**
   * A store of ended applications. It keeps them for {@code
   * completed-application-store.expiration-time}, and at most {@code
   * completed-application-store.max-capacity} of them. The former keys {@code jobstore.…} work too.
   */
  static ArchivedApplicationStore finishedJobs(Configuration configuration) {
    // No background cleanup: the next access removes expired entries.
    return new MemoryArchivedApplicationStore(
        ArchivedApplicationStoreUtils.getExpirationTime(configuration),
        configuration.get(JobManagerOptions.COMPLETED_APPLICATION_STORE_MAX_CAPACITY),
        null,
        null);
  }
}
