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
 * A MiniCluster that forgets finished jobs as a real cluster does, and can be stopped half-way.
 *
 * <p>The one it extends keeps every finished job for ever; here the store of a real cluster does.
 */
@SuppressWarnings("try") // As of the one it extends: closing it can be interrupted.
final class EngineCluster extends MiniCluster {

  EngineCluster(MiniClusterConfiguration configuration) {
    super(configuration);
  }

  /** A lone TaskManager has a data port too: clients know it as part of where a task runs. */
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
   * Stops everything, also what a failed {@link #start} has left: {@link #close} does nothing
   * unless all of it runs.
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
