// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.testing.CountingFlink;
import dev.weir.testing.ways.Route;
import dev.weir.testing.ways.SameAnswers;
import dev.weir.testing.ways.Ways;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that keeps answers hot, cold and warm, gives those of a server that keeps none. */
@Timeout(120)
class HotAndOrdinaryAnswersTest extends SameAnswers {
  @RegisterExtension private static final CountingFlink FLINK = prepared();

  private ApiOfOneCluster ordinaryApi;
  private ApiOfOneCluster hotApi;
  private InProcessServer ordinary;
  private InProcessServer hot;

  @BeforeAll
  void start() throws Exception {
    ordinaryApi = api(false);
    ordinary = new InProcessServer(ordinaryApi);
    hotApi = api(true);
    hot = new InProcessServer(hotApi);
  }

  private static ApiOfOneCluster api(boolean hotAnswers) throws Exception {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("weir.http.hot-answers", Boolean.toString(hotAnswers));
    return new ApiOfOneCluster(FLINK.address(), settings);
  }

  @AfterAll
  void end() {
    hot.close();
    hotApi.close();
    ordinary.close();
    ordinaryApi.close();
  }

  @Override
  protected URI reference() {
    return ordinary.address();
  }

  @Override
  protected List<Route> routes() {
    return List.of(Ways.plain("hot answers", hot.address(), Set.of()));
  }
}
