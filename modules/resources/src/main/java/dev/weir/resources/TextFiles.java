package dev.weir.resources;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.monitor.LogFile;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Sends log files on to the client as they come from the cluster. Copying blocks, so it runs on the
 * executor for what does.
 */
public final class TextFiles {
  private final Executor blocking;

  /** Copies on that executor. */
  @Inject
  public TextFiles(@Blocking Executor blocking) {
    this.blocking = blocking;
  }

  CompletionStage<Response> send(LogFile kind, CompletableFuture<InputStream> file) {
    return file.exceptionallyCompose(thrown -> unavailable(kind, thrown))
        .thenApplyAsync(
            content -> Response.ok(content, MediaType.TEXT_PLAIN_TYPE).build(), blocking);
  }

  /** A process that keeps no such file is not an error: 1.3 says so in the text. */
  private static CompletableFuture<InputStream> unavailable(LogFile kind, Throwable thrown) {
    return ClusterException.unwrap(thrown) instanceof ClusterException refusal
            && refusal.reason() == Reason.NOT_FOUND
        ? CompletableFuture.completedFuture(
            new ByteArrayInputStream(
                ("(" + kind.path() + " file unavailable)\n").getBytes(StandardCharsets.UTF_8)))
        : CompletableFuture.failedFuture(thrown);
  }
}
