// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import dev.weir.flink.ClusterException;
import dev.weir.flink.LogFile;
import dev.weir.flink.TextFile;
import dev.weir.model.ProblemKind;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.resources.change.HeadFilter;
import dev.weir.resources.proxy.ClientNetwork;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.wire.ProblemException;
import jakarta.inject.Inject;
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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Streams log files from the cluster to the client, whole or in the requested range. Copying
 * blocks, so it runs on the {@link Blocking} executor.
 */
public final class TextFiles {
  /**
   * Request property with a {@link Runnable}. The thread that writes a file runs it first; that
   * thread may wait for the client. The HTTP layer may set this property.
   */
  public static final String BEGINS = "dev.weir.resources.begins";

  /**
   * Request property with a {@link Supplier} of a {@link CompletionStage}. The stage completes when
   * the client has hung up or reset its stream. The HTTP layer may set this property.
   */
  public static final String GONE = "dev.weir.resources.gone";

  /**
   * Request property with a {@link Runnable} that ends the connection or the HTTP/2 stream. A
   * client that has the beginning of an answer learns only this way that the rest is missing. The
   * HTTP layer may set this property.
   */
  public static final String BREAK = "dev.weir.resources.break";

  /** For HEAD, Jersey sends no body, but declares its length if it is at most 8 KiB. */
  private static final int MORE_THAN_JERSEY_COUNTS = (1 << 13) + 1;

  private final Executor blocking;
  private final Transfers transfers;
  private final ClusterName cluster;
  private final ContainerRequestContext request;

  /**
   * Serves one request.
   *
   * @param blocking runs the copying
   */
  @Inject
  public TextFiles(
      @Blocking Executor blocking,
      Transfers transfers,
      ClusterMonitor cluster,
      ContainerRequestContext request) {
    this(blocking, transfers, cluster.name(), request);
  }

  TextFiles(
      Executor blocking,
      Transfers transfers,
      ClusterName cluster,
      ContainerRequestContext request) {
    this.blocking = blocking;
    this.transfers = transfers;
    this.cluster = cluster;
    this.request = request;
  }

  /**
   * Sends a file, unless too many are being sent. Only the executor begins to write a file. If a
   * method returned a completed stage, the request's thread would write it.
   *
   * @param range the request header {@code Range}; null if absent
   * @param response is resumed with the answer, or with a failure
   */
  public void send(
      LogFile kind,
      Supplier<CompletableFuture<Optional<TextFile>>> file,
      @Nullable String range,
      AsyncResponse response) {
    send(
        () -> file.get().thenApply(found -> found.orElseGet(() -> unavailable(kind))),
        range,
        response,
        Function.identity());
  }

  /**
   * Sends a file that has to be there.
   *
   * @param range the request header {@code Range}; null if absent
   * @param response is resumed with the answer, or with a failure
   * @param failed is given each failure of the file, and returns what the response gets
   */
  public void send(
      Supplier<CompletableFuture<TextFile>> file,
      @Nullable String range,
      AsyncResponse response,
      Function<Throwable, Throwable> failed) {
    Optional<ByteRange> part = ByteRange.of(range);
    Runnable leave = transfers.enter(cluster, client());
    CompletionStage<?> gone = gone();
    var unused =
        CompletableFuture.completedFuture(file)
            .thenCompose(Supplier::get)
            .whenComplete(
                (content, thrown) -> {
                  if (content == null) {
                    leave.run();
                    response.resume(failed.apply(ClusterException.unwrap(thrown)));
                  } else {
                    var unusedEnd = content.ended().thenRun(leave);
                    var unusedGone = gone.thenRun(() -> close(content));
                    send(content, part, response);
                  }
                });
  }

  private String client() {
    return ClientNetwork.of(Objects.requireNonNullElse(ForwardedFilter.client(request), ""));
  }

  private CompletionStage<?> gone() {
    return request.getProperty(GONE) instanceof Supplier<?> gone
            && gone.get() instanceof CompletionStage<?> stage
        ? stage
        : new CompletableFuture<>();
  }

  private void send(TextFile file, Optional<ByteRange> range, AsyncResponse response) {
    try {
      blocking.execute(() -> resume(file, range, response));
    } catch (RejectedExecutionException e) {
      close(file);
      response.resume(new ProblemException(ProblemKind.SERVER_NOT_READY, "The server is ending."));
    }
  }

  private void resume(TextFile file, Optional<ByteRange> range, AsyncResponse response) {
    try {
      Response answer = answer(file, range);
      if (request.getProperty(BEGINS) instanceof Runnable begins) {
        begins.run();
      }
      response.resume(answer);
    } catch (ProblemException e) {
      response.resume(e);
    }
  }

  private Response answer(TextFile file, Optional<ByteRange> range) {
    OptionalLong length = file.length();
    if (HeadFilter.isHead(request)) {
      close(file);
      return head(length);
    }
    if (range.isEmpty() || length.isEmpty()) {
      return Response.ok(sent(file, InputStream::transferTo), MediaType.TEXT_PLAIN_TYPE)
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
        .entity(sent(file, (content, out) -> copy(part, content, out)))
        .type(MediaType.TEXT_PLAIN_TYPE)
        .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + all)
        .header(HttpHeaders.CONTENT_LENGTH, part.length())
        .build();
  }

  /** The answer to HEAD. The file is not read, and a range applies to GET only. */
  private static Response head(OptionalLong length) {
    StreamingOutput nothing =
        out -> {
          if (length.isEmpty()) {
            out.write(new byte[MORE_THAN_JERSEY_COUNTS]);
          }
        };
    return Response.ok(nothing, MediaType.TEXT_PLAIN_TYPE)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CONTENT_LENGTH, length.isPresent() ? length.getAsLong() : null)
        .build();
  }

  private static ProblemException outside(long length) {
    return new ProblemException(
            ProblemKind.RANGE_NOT_SATISFIABLE,
            "The file has " + length + " bytes, and the range is behind its end.")
        .with("Content-Range", "bytes */" + length);
  }

  /** Copies a file or a part of it. */
  @FunctionalInterface
  private interface Copy {
    void copy(InputStream content, OutputStream out) throws IOException;
  }

  private StreamingOutput sent(TextFile file, Copy copy) {
    return out -> {
      try (InputStream content = file.content()) {
        copy.copy(content, out);
      } catch (IOException e) {
        if (request.getProperty(BREAK) instanceof Runnable end) {
          end.run();
        }
        throw e;
      }
    };
  }

  private static void copy(ByteRange.Part part, InputStream content, OutputStream out)
      throws IOException {
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

  private static void close(TextFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A missing file is not an error: Flink 1.3 reports it in the text. */
  private static TextFile unavailable(LogFile kind) {
    byte[] text = ("(" + kind.path() + " file unavailable)\n").getBytes(StandardCharsets.UTF_8);
    return new TextFile(
        new ByteArrayInputStream(text),
        OptionalLong.of(text.length),
        CompletableFuture.completedFuture(null));
  }
}
