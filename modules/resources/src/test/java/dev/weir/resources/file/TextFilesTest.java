// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.LogFile;
import dev.weir.flink.TextFile;
import dev.weir.model.clusters.ClusterName;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By real Jersey: who reads and writes a file, and what comes of one that cannot be sent. */
class TextFilesTest {
  private static final String TEXT = "a line of a log\n";

  private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
  private final ExecutorService worker = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    worker.shutdownNow();
  }

  /** Sends one file to all who ask. */
  @Path("log")
  public static final class Files {
    private final Executor blocking;
    private final CompletableFuture<Optional<TextFile>> file;

    Files(Executor blocking, CompletableFuture<Optional<TextFile>> file) {
      this.blocking = blocking;
      this.file = file;
    }

    /** The file. */
    @GET
    public void log(
        @Suspended AsyncResponse response,
        @Context ContainerRequestContext request,
        @HeaderParam("Range") @Nullable String range) {
      new TextFiles(blocking, new Transfers(1, 1), new ClusterName("one"), request)
          .send(LogFile.LOG, () -> file, range, response);
    }
  }

  private TextFile file() {
    byte[] text = TEXT.getBytes(UTF_8);
    return new TextFile(
        new FilterInputStream(new ByteArrayInputStream(text)) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            readers.add(Thread.currentThread());
            return super.read(into, offset, length);
          }
        },
        OptionalLong.of(text.length),
        new CompletableFuture<>());
  }

  private record Answer(int status, String text) {}

  private static Answer answer(
      Executor files, CompletableFuture<Optional<TextFile>> file, @Nullable String range)
      throws Exception {
    ApplicationHandler application =
        new ApplicationHandler(new ResourceConfig().register(new Files(files, file)));
    URI base = URI.create("http://localhost/");
    ContainerRequest request =
        new ContainerRequest(
            base, base.resolve("log"), "GET", null, new MapPropertiesDelegate(), null);
    if (range != null) {
      request.header("Range", range);
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ContainerResponse response = requireNonNull(application.apply(request, written).get());
    return new Answer(response.getStatus(), written.toString(UTF_8));
  }

  @Test
  void aFileThatIsThereAtOnceIsSentByTheWorkerAlone() throws Exception {
    Executor files =
        task -> {
          try {
            // Whoever asks goes on when all is done: no later than that can it be complete.
            worker.submit(task).get();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };

    assertThat(answer(files, CompletableFuture.completedFuture(Optional.of(file())), null))
        .isEqualTo(new Answer(200, TEXT));
    assertThat(readers)
        .containsExactly(worker.submit(Thread::currentThread).get())
        .doesNotContain(Thread.currentThread());
  }

  @Test
  void aPartBehindTheEndIsRefused() throws Exception {
    assertThat(
            answer(worker, CompletableFuture.completedFuture(Optional.of(file())), "bytes=99-")
                .status())
        .isEqualTo(416);
    assertThat(readers).isEmpty();
  }

  @Test
  void aFileThatNobodyCanSendIsRefused() throws Exception {
    Executor files =
        task -> {
          throw new RejectedExecutionException();
        };
    assertThat(answer(files, CompletableFuture.completedFuture(Optional.of(file())), null).status())
        .isEqualTo(503);
  }

  @Test
  void whatTheClusterSaysIsTheAnswer() throws Exception {
    CompletableFuture<Optional<TextFile>> failed =
        CompletableFuture.<Optional<TextFile>>failedFuture(new NotFoundException("no such process"))
            .thenApply(found -> found);
    assertThat(answer(worker, failed, null).status()).isEqualTo(404);
  }
}
