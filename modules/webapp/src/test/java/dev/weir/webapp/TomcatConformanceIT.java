package dev.weir.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.Answer;
import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.container.Container;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.ContainerLaunch;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The contract in Tomcat 10.1, with settings of the one application, beside one without any. */
class TomcatConformanceIT extends ContainerConformance {
  TomcatConformanceIT() {
    super(ContainerKind.TOMCAT_10);
  }

  @Override
  ContainerLaunch configured(ContainerLaunch launch, URI cluster) {
    return launch
        .war("bare", BuiltJars.war())
        .file(
            "conf/Catalina/localhost/weir.xml",
            """
            <Context>
              <Environment name="weir.cluster" type="java.lang.String" value="%s"/>
              <Parameter name="weir.savepoints.remembered" value="100"/>
            </Context>
            """
                .formatted(cluster));
  }

  @Test
  void withoutSettingsItSaysWhatIsMissing() {
    Container tomcat = running.container();
    tomcat.await("bare/", page -> page.statusCode() == 503 && page.body().contains("WEIR_CLUSTER"));
    Answer answer = new ClassicClient(tomcat.uri().resolve("bare/")).get("/jobs");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json().path("detail").asText()).contains("no cluster is configured");
    assertThat(tomcat.logs()).contains("Weir is not ready: no cluster is configured");
  }
}
