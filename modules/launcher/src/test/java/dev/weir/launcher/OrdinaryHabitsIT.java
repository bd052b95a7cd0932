// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.hostile.OrdinaryHabits;
import java.net.URI;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The runnable jar and what clients do without being told to. */
@Timeout(120)
class OrdinaryHabitsIT extends OrdinaryHabits {
  @RegisterExtension private static final RunningWeir WEIR = new RunningWeir(WeirProcess.launch());

  @Override
  protected URI baseUri() {
    return WEIR.baseUri();
  }
}
