// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.LogFile;
import dev.weir.flink.documents.ClusterDocuments;
import dev.weir.flink.documents.MetricNames;
import dev.weir.model.ConfigEntry;
import dev.weir.model.Metric;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.Requires;
import dev.weir.resources.file.TextFiles;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The job manager: {@code /jobmanager}. */
@Path("jobmanager")
public final class JobManagerResource {
  private final ClusterMonitor cluster;
  private final TextFiles files;

  @Inject
  public JobManagerResource(ClusterMonitor cluster, TextFiles files) {
    this.cluster = cluster;
    this.files = files;
  }

  /** The configuration of the job manager, with secrets masked. */
  @GET
  @Path("config")
  @Requires(AccessLevel.LOGS)
  public CompletionStage<Snapshot<List<ConfigEntry>>> config() {
    return cluster.read(ClusterDocuments.jobManagerConfig());
  }

  /** Metrics of the job manager: their values with {@code get}, otherwise their names. */
  @GET
  @Path("metrics")
  @Requires(AccessLevel.VIEW)
  public CompletionStage<Snapshot<List<Metric>>> metrics(
      @QueryParam("get") @Nullable String names) {
    return cluster.read(ClusterDocuments.jobManagerMetrics(MetricNames.of(names)));
  }

  /** The log of the job manager, as plain text. */
  @GET
  @Path("log")
  @Requires(AccessLevel.LOGS)
  public void log(@Suspended AsyncResponse response, @HeaderParam("Range") @Nullable String range) {
    files.send(LogFile.LOG, () -> cluster.jobManagerFile(LogFile.LOG), range, response);
  }

  /** The standard output of the job manager, as plain text. */
  @GET
  @Path("stdout")
  @Requires(AccessLevel.LOGS)
  public void stdout(
      @Suspended AsyncResponse response, @HeaderParam("Range") @Nullable String range) {
    files.send(LogFile.STDOUT, () -> cluster.jobManagerFile(LogFile.STDOUT), range, response);
  }
}
