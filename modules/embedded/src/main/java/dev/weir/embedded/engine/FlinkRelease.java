// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.runtime.dispatcher.ArchivedApplicationStore;
import org.apache.flink.runtime.dispatcher.MemoryArchivedApplicationStore;
import org.apache.flink.runtime.util.ArchivedApplicationStoreUtils;

/** What the engine has to know of Flink 2.3 and is otherwise in other releases. */
final class FlinkRelease {

  /** Our defaults that other releases have no key for. */
  static final Map<String, String> DEFAULTS = Map.of();

  /** The classes with a static timer in a field {@code DELAYER}. */
  static final List<String> HOLDERS_OF_TIMERS =
      List.of(
          "org.apache.flink.util.concurrent.FutureUtils$Delayer",
          "org.apache.flink.runtime.asyncprocessing.AsyncRequestBuffer");

  private FlinkRelease() {}

  /**
   * A store that keeps what has ended for {@code completed-application-store.expiration-time}, and
   * no more of it than {@code completed-application-store.max-capacity}; or {@code jobstore.…}, as
   * they were called.
   */
  static ArchivedApplicationStore finishedJobs(Configuration configuration) {
    // No clean-up in the background: what has expired goes with the next access.
    return new MemoryArchivedApplicationStore(
        ArchivedApplicationStoreUtils.getExpirationTime(configuration),
        configuration.get(JobManagerOptions.COMPLETED_APPLICATION_STORE_MAX_CAPACITY),
        null,
        null);
  }
}
