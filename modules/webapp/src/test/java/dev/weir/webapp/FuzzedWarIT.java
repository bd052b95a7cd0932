package dev.weir.webapp;

import dev.weir.testing.container.Container;
import dev.weir.testing.container.ContainerKind;
import dev.weir.testing.container.RunningContainer;
import dev.weir.testing.flink.RunningFlink;
import dev.weir.testing.fuzz.FuzzInput;
import dev.weir.testing.fuzz.FuzzRun;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Odd headers, forms and jars that are changed, sent to the application in Tomcat. */
@Timeout(600)
class FuzzedWarIT {
  private static final long SEED = Long.getLong("weir.fuzz.seed", 20_261_127);

  /** A container reads requests in its own way, so most of the inputs are not for it. */
  private static final long REQUESTS = Long.getLong("weir.fuzz.requests", 100_000) / 50;

  @Order(1)
  @RegisterExtension
  private static final RunningFlink FLINK = ContainerConformance.sharedFlink();

  @Order(2)
  @RegisterExtension
  private static final RunningContainer TOMCAT =
      new RunningContainer(
          () ->
              ContainerKind.TOMCAT_10
                  .launch()
                  .war(
                      ContainerConformance.CONTEXT,
                      ContainerConformance.war(ContainerKind.TOMCAT_10))
                  .environment("WEIR_CLUSTER", FLINK.restAddress().toString())
                  .environment("WEIR_SECURITY", "none")
                  .environment("WEIR_UPLOAD_PER_MINUTE", "0")
                  .environment("WEIR_UPLOAD_MAX_STORED_BYTES", "1mb"));

  @Test
  void noInputIsTooMuch(TestReporter reporter) {
    Container tomcat = TOMCAT.container();
    String prefix = "/" + ContainerConformance.CONTEXT;
    tomcat.await(ContainerConformance.CONTEXT + "/overview", answer -> answer.statusCode() == 200);
    reporter.publishEntry("weir.fuzz.seed", Long.toString(SEED));
    new FuzzRun(
            tomcat.uri(),
            prefix + "/clusters",
            number -> FuzzInput.ofApplication(SEED, number, prefix),
            tomcat::logs,
            tomcat.pid())
        .send(REQUESTS, 1);
  }
}
