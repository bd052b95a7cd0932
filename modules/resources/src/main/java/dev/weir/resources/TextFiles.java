package dev.weir.resources;

import dev.weir.flink.ClusterException;
import dev.weir.flink.TextFile;
import dev.weir.monitor.LogFile;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends log files on to the client as they come from the cluster, whole or the part that it wants.
 * Copying blocks, so it runs on the executor for what does.
 */
public final class TextFiles {
  /**
   * The property of a request with a {@link Runnable} that is run before a file is written, by the
   * thread that writes it and may wait for the client. What serves HTTP may set it.
   */
  public static final String BEGINS = "dev.weir.resources.begins";

  private final Executor blocking;
  private final ContainerRequestContext request;

  /** For one request; copies on that executor. */
  @Inject
  public TextFiles(@Blocking Executor blocking, ContainerRequestContext request) {
    this.blocking = blocking;
    this.request = request;
  }

  /**
   * Sends a file. An answer is begun by the executor and by it alone: a stage that is complete by
   * the time a method returns it would be written by the thread of the request.
   *
   * @param range the header {@code Range} of the request; null for none
   * @param response is resumed, with a failure where there is one
   */
  void send(
      LogFile kind,
      CompletableFuture<Optional<TextFile>> file,
      @Nullable String range,
      AsyncResponse response) {
    Optional<ByteRange> part = ByteRange.of(range);
    var unused =
        file.whenComplete(
            (content, thrown) -> {
              if (content == null) {
                response.resume(ClusterException.unwrap(thrown));
              } else {
                send(content.orElseGet(() -> unavailable(kind)), part, response);
              }
            });
  }

  private void send(TextFile file, Optional<ByteRange> range, AsyncResponse response) {
    try {
      blocking.execute(() -> resume(file, range, response));
    } catch (RejectedExecutionException e) {
      close(file);
      response.resume(new ServiceUnavailableException("Too many files are being sent already."));
    }
  }

  private void resume(TextFile file, Optional<ByteRange> range, AsyncResponse response) {
    try {
      Response answer = answer(file, range);
      if (request.getProperty(BEGINS) instanceof Runnable begins) {
        begins.run();
      }
      response.resume(answer);
    } catch (ClientErrorException e) {
      response.resume(e);
    }
  }

  private static Response answer(TextFile file, Optional<ByteRange> range) {
    OptionalLong length = file.length();
    if (range.isEmpty() || length.isEmpty()) {
      return Response.ok(file.content(), MediaType.TEXT_PLAIN_TYPE)
          .header("Accept-Ranges", "bytes")
          .build();
    }
    long all = length.getAsLong();
    ByteRange.Part part = range.get().in(all).orElse(null);
    if (part == null) {
      close(file);
      throw outside(all);
    }
    return Response.status(Status.PARTIAL_CONTENT)
        .entity(copy(file, part))
        .type(MediaType.TEXT_PLAIN_TYPE)
        .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + all)
        .header(HttpHeaders.CONTENT_LENGTH, part.length())
        .build();
  }

  private static ClientErrorException outside(long length) {
    return new ClientErrorException(
        "The file has " + length + " bytes, and the range is behind its end.",
        Response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE)
            .header("Content-Range", "bytes */" + length)
            .build());
  }

  private static StreamingOutput copy(TextFile file, ByteRange.Part part) {
    return out -> {
      try (InputStream content = file.content()) {
        content.skipNBytes(part.first());
        byte[] piece = new byte[1 << 13];
        long left = part.length();
        while (left > 0) {
          int read = content.read(piece, 0, (int) Math.min(piece.length, left));
          if (read < 0) {
            throw new IOException("The file ended before its length.");
          }
          out.write(piece, 0, read);
          left -= read;
        }
      }
    };
  }

  private static void close(TextFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process that keeps no such file is not an error: 1.3 says so in the text. */
  private static TextFile unavailable(LogFile kind) {
    byte[] text = ("(" + kind.path() + " file unavailable)\n").getBytes(StandardCharsets.UTF_8);
    return new TextFile(new ByteArrayInputStream(text), OptionalLong.of(text.length));
  }
}
