package dev.weir.testing.flink;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A cluster that runs for as long as the tests of one class, for a static field with
 * {@code @RegisterExtension}. Of several such fields the first one starts first.
 */
public final class RunningFlink implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<FlinkLaunch> launch;
  private @Nullable FlinkCluster cluster;

  /** Makes the extension; the cluster starts before the first test. */
  public RunningFlink(FlinkLaunch launch) {
    this(() -> launch);
  }

  /** The same for a launch that is only known when the tests begin. */
  public RunningFlink(Supplier<FlinkLaunch> launch) {
    this.launch = requireNonNull(launch);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    cluster = launch.get().start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (cluster != null) {
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
