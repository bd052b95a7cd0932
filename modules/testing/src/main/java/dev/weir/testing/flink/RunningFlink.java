// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A cluster that runs for as long as the tests of one class, for a static field with
 * {@code @RegisterExtension}. Of several such fields the first one starts first.
 *
 * <p>Or, if it is {@link #shared}, for as long as all tests of the run.
 */
public final class RunningFlink implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<FlinkLaunch> launch;
  private final @Nullable String share;
  private @Nullable FlinkCluster cluster;

  /** Makes the extension; the cluster starts before the first test. */
  public RunningFlink(FlinkLaunch launch) {
    this(() -> launch);
  }

  /** The same for a launch that is only known when the tests begin. */
  public RunningFlink(Supplier<FlinkLaunch> launch) {
    this(launch, null);
  }

  private RunningFlink(Supplier<FlinkLaunch> launch, @Nullable String share) {
    this.launch = requireNonNull(launch);
    this.share = share;
  }

  /**
   * One that classes share: the first starts it, and it ends after the last. Jobs that one class
   * leaves behind are cancelled before the next.
   */
  public static RunningFlink shared(String name, FlinkLaunch launch) {
    return new RunningFlink(() -> launch, requireNonNull(name));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (share == null) {
      cluster = launch.get().start();
      return;
    }
    FlinkCluster shared =
        context
            .getRoot()
            .getStore(Namespace.create(RunningFlink.class))
            .computeIfAbsent(share, name -> launch.get().start(), FlinkCluster.class);
    shared.cancelJobs();
    cluster = shared;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    // Those that are shared are closed by the store that they are in.
    if (cluster != null && share == null) {
      cluster.close();
    }
  }

  /** The cluster. */
  public FlinkCluster cluster() {
    return requireNonNull(cluster, "The cluster has not been started");
  }

  /** Where it listens, the first JobManager. */
  public URI restAddress() {
    return cluster().restAddress();
  }
}
