// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import dev.weir.testing.CountingFlink;
import dev.weir.testing.fuzz.FuzzInput;
import dev.weir.testing.fuzz.FuzzRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random and mutated requests of HTTP/1.1, frames of HTTP/2, forms and jars. With {@code
 * -Dweir.fuzz.seed} they are others; a failure says the seed, the number and the bytes of the
 * smallest input.
 */
@Timeout(3600)
class FuzzIT {
  private static final long SEED = Long.getLong("weir.fuzz.seed", 20_261_127);
  private static final long REQUESTS = Long.getLong("weir.fuzz.requests", 50_000);

  @Order(1)
  @RegisterExtension
  private static final CountingFlink FLINK = new CountingFlink();

  @Order(2)
  @RegisterExtension
  private static final Target CLEAR =
      Target.clear(
          launch ->
              launch
                  // Half of the time would go into compiling once more what runs for a minute.
                  .jvmOptions("-XX:TieredStopAtLevel=1")
                  .arguments("--cluster", FLINK.address().toString())
                  .arguments("--set", "weir.upload.per-minute=0")
                  // All inputs come from one address, and none is to be refused for that.
                  .arguments("--set", "weir.http.max-transfers-per-client=100")
                  .arguments("--set", "weir.upload.max-stored-bytes=1mb"));

  @BeforeAll
  static void prepare() {
    FuzzRun.prepare(FLINK);
  }

  @Test
  void noInputIsTooMuch() {
    System.out.println("weir.fuzz.seed is " + SEED);
    new FuzzRun(
            CLEAR.process().baseUri(),
            "/clusters",
            number -> FuzzInput.ofServer(SEED, number),
            () -> CLEAR.process().output(),
            CLEAR.process().pid())
        .send(REQUESTS);
  }
}
