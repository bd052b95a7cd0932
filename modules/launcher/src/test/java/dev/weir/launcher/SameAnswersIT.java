// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.testing.CountingFlink;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.ways.Route;
import dev.weir.testing.ways.SameAnswers;
import dev.weir.testing.ways.Ways;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar, by every client and version of HTTP, in clear and over TLS. */
@Timeout(120)
class SameAnswersIT extends SameAnswers {
  @TempDir private static Path directory;

  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = prepared();

  @Order(2)
  @RegisterExtension
  private static final RunningWeir IN_CLEAR =
      new RunningWeir(() -> launch(FLINK).arguments("--set", "weir.http.h2c=true"));

  @Order(2)
  @RegisterExtension
  private static final RunningWeir OVER_TLS = new RunningWeir(SameAnswersIT::launchWithTls);

  private static WeirLaunch launchWithTls() {
    try {
      Certificates certificates = new Certificates(directory);
      certificates.make("weir");
      certificates.trust("weir");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return launch(FLINK)
        .arguments("--set", "weir.tls.certificate=" + directory.resolve("weir.pem"))
        .arguments("--set", "weir.tls.key=" + directory.resolve("weir-key.pem"));
  }

  @Override
  protected URI reference() {
    return IN_CLEAR.baseUri();
  }

  @Override
  protected List<Route> routes() throws Exception {
    URI base = IN_CLEAR.baseUri();
    List<Route> routes = new ArrayList<>(Ways.inClear("in clear", base, Set.of()));
    routes.add(Ways.knowingHttp2("in clear", base));
    routes.addAll(
        Ways.overTls(
            "over TLS",
            OVER_TLS.baseUri(),
            Certificates.client(directory.resolve("weir-trusted.p12"), null)));
    return routes;
  }
}
