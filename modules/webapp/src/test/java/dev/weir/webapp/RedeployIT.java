// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.BuiltJars;
import dev.weir.testing.ClassicClient;
import dev.weir.testing.container.Container;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.JavaTool;
import dev.weir.testing.container.RunningContainer;
import dev.weir.testing.flink.RunningFlink;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is undeployed is gone: its threads, its timers, its connections and its class loaders. */
@Timeout(300)
@Tag("all-containers")
class RedeployIT {
  private static final int TIMES = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What Tomcat logs of an application that has left something behind. */
  private static final String LEAK = "memory leak";

  @Order(1)
  @RegisterExtension
  private static final RunningFlink FLINK = ContainerConformance.sharedFlink();

  @Order(2)
  @RegisterExtension
  private static final RunningContainer TOMCAT =
      new RunningContainer(
          () ->
              TomcatManager.allowed(ContainerKind.TOMCAT_10.launch())
                  // What is held softly alone goes at the next collection, not when memory is
                  // short.
                  .options("-XX:SoftRefLRUPolicyMSPerMB=0")
                  .environment("WEIR_CLUSTER", FLINK.restAddress().toString())
                  .environment("WEIR_SECURITY", "none"));

  @Test
  void tenRedeploysLeaveNothingBehind() throws IOException {
    Container tomcat = TOMCAT.container();
    tomcat.await("manager/text/list", answer -> answer.statusCode() == 401);
    TomcatManager manager = new TomcatManager(tomcat.uri());
    for (int i = 0; i < TIMES; i++) {
      manager.deploy("/weir", BuiltJars.war());
      useAll(new ClassicClient(tomcat.uri().resolve("weir/")));
    }
    manager.undeploy("/weir");

    assertThat(tomcat.logs()).doesNotContain(LEAK).doesNotContain("does not end");
    assertThat(JavaTool.stacks(tomcat.pid()))
        .doesNotContain("weir-")
        .doesNotContain("HttpClient-")
        .doesNotContain("dev.weir");
    // Java's timer may still have what was due within seconds.
    Awaitility.await("its class loaders are collected")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(manager.leaks()).isEmpty();
              assertThat(JavaTool.classHistogram(tomcat.pid())).doesNotContain("dev.weir.");
            });
  }

  /** Everything that might hold on to something: reads, an upload, a log, an error. */
  private static void useAll(ClassicClient weir) throws IOException {
    assertThat(weir.get("/overview").status()).isEqualTo(200);
    assertThat(weir.get("/clusters").status()).isEqualTo(200);
    assertThat(weir.get("/jobmanager/log").status()).isEqualTo(200);
    assertThat(weir.get("/openapi.json").status()).isEqualTo(200);
    assertThat(weir.get("/jobs/no-id").status()).isEqualTo(400);
    String jar =
        weir.upload("examples.jar", Files.readAllBytes(BuiltJars.examples()))
            .json()
            .path("filename")
            .asText();
    assertThat(weir.delete("/jars/" + jar).status()).isEqualTo(200);
  }
}
