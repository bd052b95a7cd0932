package dev.weir.resources;

import dev.weir.monitor.LogFile;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

  CompletionStage<Response> send(LogFile kind, CompletableFuture<Optional<InputStream>> file) {
    return file.thenApplyAsync(
        content ->
            Response.ok(content.orElseGet(() -> unavailable(kind)), MediaType.TEXT_PLAIN_TYPE)
                .build(),
        blocking);
  }

  /** A process that keeps no such file is not an error: 1.3 says so in the text. */
  private static InputStream unavailable(LogFile kind) {
    String text = "(" + kind.path() + " file unavailable)\n";
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
