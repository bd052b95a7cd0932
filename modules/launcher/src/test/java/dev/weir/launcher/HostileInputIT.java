// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.testing.RunningWeir;
import dev.weir.testing.WeirProcess;
import dev.weir.testing.hostile.HostileInput;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The runnable jar and what attackers and broken programs send; it must not leave a file behind.
 */
@Timeout(120)
class HostileInputIT extends HostileInput {
  @TempDir private static Path directory;

  @RegisterExtension
  private static final RunningWeir WEIR =
      new RunningWeir(() -> WeirProcess.launch().jvmOptions("-Djava.io.tmpdir=" + directory));

  @Override
  protected URI baseUri() {
    return WEIR.baseUri();
  }

  @Override
  protected Path directory() {
    return directory;
  }
}
