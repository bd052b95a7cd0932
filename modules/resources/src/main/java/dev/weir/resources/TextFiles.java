package dev.weir.resources;

import dev.weir.monitor.LogFile;
import jakarta.inject.Inject;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

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
    return file.thenCompose(content -> send(content.orElseGet(() -> unavailable(kind))));
  }

  private CompletableFuture<Response> send(InputStream content) {
    try {
      return CompletableFuture.supplyAsync(
          () -> Response.ok(content, MediaType.TEXT_PLAIN_TYPE).build(), blocking);
    } catch (RejectedExecutionException e) {
      close(content);
      throw new ServiceUnavailableException("Too many files are being sent already.");
    }
  }

  private static void close(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process that keeps no such file is not an error: 1.3 says so in the text. */
  private static InputStream unavailable(LogFile kind) {
    String text = "(" + kind.path() + " file unavailable)\n";
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
