// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.RunningWeir;
import dev.weir.testing.container.Container;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerLaunch;
import dev.weir.testing.container.RunningContainer;
import dev.weir.testing.ways.Route;
import dev.weir.testing.ways.SameAnswers;
import dev.weir.testing.ways.Ways;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The WAR in Tomcat gives the answers that the runnable jar gives. */
@Timeout(120)
class SameAnswersIT extends SameAnswers {
  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = prepared();

  @Order(2)
  @RegisterExtension
  private static final RunningWeir STANDALONE = new RunningWeir(() -> launch(FLINK));

  @Order(2)
  @RegisterExtension
  private static final RunningContainer TOMCAT = new RunningContainer(SameAnswersIT::container);

  private static ContainerLaunch container() {
    ContainerLaunch launch =
        ContainerKind.TOMCAT_10
            .launch()
            .war(ContainerConformance.CONTEXT, BuiltJars.war())
            .environment("WEIR_CLUSTER", FLINK.address().toString())
            .environment("WEIR_SECURITY", "none");
    settings()
        .forEach(
            (name, value) ->
                launch.environment(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
    return launch;
  }

  @Override
  protected URI reference() {
    return STANDALONE.baseUri();
  }

  @Override
  protected List<Route> routes() {
    Container tomcat = TOMCAT.container();
    tomcat.await(ContainerConformance.CONTEXT + "/overview", answer -> answer.statusCode() == 200);
    URI base = tomcat.uri().resolve(ContainerConformance.CONTEXT + "/");
    Set<String> traits = Set.of(Ways.TOMCAT);
    List<Route> routes = new ArrayList<>(List.of(Ways.plain("Tomcat", base, traits)));
    routes.addAll(Ways.inClear("Tomcat", base, traits));
    return routes;
  }
}
