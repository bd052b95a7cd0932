// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A MiniCluster that drops finished jobs like a real cluster, and can be stopped after a failed
 * start.
 *
 * <p>Flink's MiniCluster keeps every finished job for ever; this one uses the store of a real
 * cluster.
 */
@SuppressWarnings("try") // As in MiniCluster: close can be interrupted.
final class EngineCluster extends MiniCluster {

  EngineCluster(MiniClusterConfiguration configuration) {
    super(configuration);
  }

  /** Gives a single TaskManager a data port too: the REST API shows it with the host of a task. */
  @Override
  protected boolean useLocalCommunication() {
    return false;
  }

  @Override
  protected DispatcherResourceManagerComponentFactory
      createDispatcherResourceManagerComponentFactory() {
    DispatcherResourceManagerComponentFactory factory =
        super.createDispatcherResourceManagerComponentFactory();
    return (configuration,
        resourceId,
        ioExecutor,
        rpcService,
        highAvailability,
        blobServer,
        heartbeats,
        tokens,
        metrics,
        boundless,
        metricQueries,
        failureEnrichers,
        fatalErrors) ->
        factory.create(
            configuration,
            resourceId,
            ioExecutor,
            rpcService,
            highAvailability,
            blobServer,
            heartbeats,
            tokens,
            metrics,
            FlinkRelease.finishedJobs(configuration),
            metricQueries,
            failureEnrichers,
            fatalErrors);
  }

  /**
   * Stops everything, including leftovers of a failed {@link #start}. {@link #close} does nothing
   * unless the whole cluster runs.
   */
  void stop(Duration deadline) throws Exception {
    if (!isRunning() && field("commonRpcService").get(this) != null) {
      field("terminationFuture").set(this, new CompletableFuture<Void>());
      field("running").set(this, true);
    }
    closeAsync().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    StaticTimers.stop();
  }

  private static Field field(String name) throws NoSuchFieldException {
    Field field = MiniCluster.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
