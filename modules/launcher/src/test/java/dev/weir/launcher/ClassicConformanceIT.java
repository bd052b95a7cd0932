// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.conformance.ClassicConformance;
import java.net.URI;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The runnable jar over its embedded Flink, against the answers of a Flink 1.3.2. */
@Timeout(300)
class ClassicConformanceIT extends ClassicConformance {
  @RegisterExtension private static final RunningWeir WEIR = new RunningWeir(WeirProcess.launch());

  @Override
  protected URI baseUri() {
    return WEIR.baseUri();
  }
}
