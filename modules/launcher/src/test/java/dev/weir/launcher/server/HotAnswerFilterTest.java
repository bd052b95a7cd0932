package dev.weir.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.ProgramUploads;
import dev.weir.resources.OwnCallers;
import dev.weir.security.Authentication;
import dev.weir.security.Caller;
import dev.weir.security.Credentials;
import dev.weir.server.ApiOptions;
import dev.weir.server.Parts;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WeirApplication;
import dev.weir.server.WorkDirectory;
import dev.weir.server.settings.Inputs;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which answers of the API are kept; that they are given again right is seen from outside. */
class HotAnswerFilterTest {
  private static final String HOST = "localhost";
  private static final URI BASE = URI.create("http://localhost/");

  @TempDir private Path directory;

  private final Parts parts = new Parts();
  private final InstantSource clock = InstantSource.system();
  private final HotAnswers answers = new HotAnswers(clock);
  private final Authentication authentication = Authentication.none();
  private final Caller caller =
      authentication
          .authenticate(new Credentials(Optional.empty(), Optional.empty(), "127.0.0.1"))
          .join();
  private ApplicationHandler api;

  @BeforeEach
  void startTheApi() throws Exception {
    RecordingFlink flink = new RecordingFlink();
    parts.add("Flink", flink::close);
    Settings settings =
        SettingsResolver.resolve(
            Inputs.of(
                Map.of(
                    "weir.cluster", flink.address().toString(),
                    "weir.refresh-interval", "1 h",
                    "weir.max-staleness", "2 h")));
    WorkDirectory work = WorkDirectory.open(Optional.of(directory));
    Clusters clusters = WatchedClusters.start(settings, List.of(), work, Thread::new, parts);
    WeirApplication application =
        new WeirApplication(
            ApiOptions.ofStandalone(settings, work, List.of(HOST)),
            clusters,
            new ProgramUploads(work.uploads(), settings.submission().limits()),
            entry -> {},
            new OwnCallers(authentication, Duration.ofSeconds(1)),
            Runnable::run,
            clock);
    application.register(new HotAnswerFilter(answers, clusters));
    api = new ApplicationHandler(application);
  }

  @AfterEach
  void end() {
    parts.close();
  }

  private ContainerResponse get(String address, String path, Map<String, String> headers)
      throws Exception {
    MapPropertiesDelegate properties = new MapPropertiesDelegate();
    properties.setProperty(HotAnswerFilter.ADDRESS, address);
    ContainerRequest request =
        new ContainerRequest(
            BASE, BASE.resolve(path), "GET", null, properties, api.getConfiguration());
    request.header("Host", HOST);
    headers.forEach(request::header);
    return api.apply(request).get();
  }

  @Test
  void aDocumentIsKeptByItsAddress() throws Exception {
    assertThat(get("here", "/overview", Map.of()).getStatus()).isEqualTo(200);

    assertThat(answers.current("here", HOST, caller)).isNotNull();
    assertThat(answers.current("there", HOST, caller)).isNull();
    assertThat(answers.current("here", "another", caller)).isNull();
  }

  /** Otherwise nothing would be kept for as long as all who poll have the document. */
  @Test
  void soIsOneThatHasNotChanged() throws Exception {
    String tag = get("first", "/overview", Map.of()).getHeaderString("ETag");

    assertThat(get("second", "/overview", Map.of("If-None-Match", tag)).getStatus()).isEqualTo(304);

    assertThat(answers.current("second", HOST, caller)).isNotNull();
  }

  @Test
  void whatIsNoDocumentIsNotKept() throws Exception {
    assertThat(get("here", "/jobs/zzz", Map.of()).getStatus()).isEqualTo(400);

    assertThat(answers.current("here", HOST, caller)).isNull();
  }
}
