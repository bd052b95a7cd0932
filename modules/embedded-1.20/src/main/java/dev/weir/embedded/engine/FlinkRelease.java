// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.time.Time;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.runtime.dispatcher.ExecutionGraphInfoStore;
import org.apache.flink.runtime.dispatcher.MemoryExecutionGraphInfoStore;

/** What the engine has to know of Flink 1.20 and is otherwise in other releases. */
final class FlinkRelease {

  /** Our defaults that other releases have no key for. */
  static final Map<String, String> DEFAULTS =
      // The native one never lets go of Netty's classes, and Flink's with them.
      Map.of("taskmanager.network.netty.transport", "nio");

  /** The classes with a static timer in a field {@code DELAYER}. */
  static final List<String> HOLDERS_OF_TIMERS =
      List.of(
          "org.apache.flink.util.concurrent.FutureUtils$Delayer",
          "org.apache.flink.runtime.asyncprocessing.StateRequestBuffer");

  private FlinkRelease() {}

  /**
   * A store that keeps what has ended for {@code jobstore.expiration-time}, and no more of it than
   * {@code jobstore.max-capacity}.
   */
  @SuppressWarnings("deprecation") // The store takes no other type.
  static ExecutionGraphInfoStore finishedJobs(Configuration configuration) {
    // No clean-up in the background: what has expired goes with the next access.
    return new MemoryExecutionGraphInfoStore(
        Time.seconds(configuration.get(JobManagerOptions.JOB_STORE_EXPIRATION_TIME)),
        configuration.get(JobManagerOptions.JOB_STORE_MAX_CAPACITY),
        null,
        null);
  }
}
