// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.conformance.ClassicConformance;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The runnable jar over its embedded Flink 1.x, against the answers of a Flink 1.3.2. The same
 * Flink as a remote cluster is compared in every build, so this one is run with the other versions.
 */
@Tag("all-flinks")
@Timeout(300)
class OtherFlinkConformanceIT extends ClassicConformance {
  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(WeirProcess.launch().arguments("--flink", "1.20"));

  @Override
  protected URI baseUri() {
    return WEIR.baseUri();
  }
}
