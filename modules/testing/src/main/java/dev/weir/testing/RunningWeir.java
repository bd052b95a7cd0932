// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server that runs for as long as the tests of one class, for a static field with
 * {@code @RegisterExtension}.
 */
public final class RunningWeir implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<WeirLaunch> launch;
  private @Nullable WeirProcess process;

  /** Makes the extension; the server starts before the first test. */
  public RunningWeir(WeirLaunch launch) {
    this(() -> launch);
  }

  /** The same for a launch that needs what other extensions prepare, such as a folder. */
  public RunningWeir(Supplier<WeirLaunch> launch) {
    this.launch = requireNonNull(launch);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    process = launch.get().start();
    process.baseUri();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (process != null) {
      process.close();
    }
  }

  /** Where the server listens. */
  public URI baseUri() {
    return process().baseUri();
  }

  /** The process. */
  public WeirProcess process() {
    return requireNonNull(process, "The server has not been started");
  }
}
