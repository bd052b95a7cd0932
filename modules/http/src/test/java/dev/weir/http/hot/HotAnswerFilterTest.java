// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.http.ApiOfOneCluster;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.security.Caller;
import dev.weir.security.Grants;
import dev.weir.server.WeirApplication;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which answers of the API are kept; that they are given again right is seen from outside. */
class HotAnswerFilterTest {
  private static final String HOST = ApiOfOneCluster.HOST;
  private static final URI BASE = URI.create("http://localhost/");

  private final HotAnswers answers = new HotAnswers();
  private ApiOfOneCluster api;
  private ApplicationHandler handler;

  @BeforeEach
  void startTheApi() throws Exception {
    api = new ApiOfOneCluster();
    WeirApplication application = api.application();
    application.register(new RequestFilters());
    application.register(new HotAnswerFilter(answers, api.clusters()));
    handler = new ApplicationHandler(application);
  }

  @AfterEach
  void endTheApi() {
    api.close();
  }

  private ContainerResponse get(String address, String path, Map<String, String> headers)
      throws Exception {
    MapPropertiesDelegate properties = new MapPropertiesDelegate();
    properties.setProperty(HotAnswerFilter.ADDRESS, new HotAddress(HOST, address));
    ContainerRequest request =
        new ContainerRequest(
            BASE, BASE.resolve(path), "GET", null, properties, handler.getConfiguration());
    request.header("Host", HOST);
    headers.forEach(request::header);
    return handler.apply(request).get();
  }

  private @Nullable Snapshot<?> current(String address, String host) {
    HotRequest request = new HotRequest(false, new HotAddress(host, address), null, null);
    HotAnswer answer = answers.to(request);
    return answer == null
        ? null
        : answer.snapshot(Caller.anonymous(Grants.EVERYTHING), Instant.now());
  }

  @Test
  void aDocumentIsKeptByItsAddress() throws Exception {
    assertThat(get("here", "/overview", Map.of()).getStatus()).isEqualTo(200);

    assertThat(current("here", HOST)).isNotNull();
    assertThat(current("there", HOST)).isNull();
    assertThat(current("here", "another")).isNull();
  }

  /** Otherwise nothing would be kept for as long as all who poll have the document. */
  @Test
  void soIsOneThatHasNotChanged() throws Exception {
    String tag = get("first", "/overview", Map.of()).getHeaderString("ETag");

    assertThat(get("second", "/overview", Map.of("If-None-Match", tag)).getStatus()).isEqualTo(304);

    assertThat(current("second", HOST)).isNotNull();
  }

  @Test
  void whatIsNoDocumentIsNotKept() throws Exception {
    assertThat(get("here", "/jobs/zzz", Map.of()).getStatus()).isEqualTo(400);

    assertThat(current("here", HOST)).isNull();
  }
}
