// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A container that runs for as long as the tests of one class, for a field with
 * {@code @RegisterExtension}.
 */
public final class RunningContainer implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<ContainerLaunch> launch;
  private @Nullable Container container;

  /** For a launch that needs what other extensions prepare; it starts before the first test. */
  public RunningContainer(Supplier<ContainerLaunch> launch) {
    this.launch = requireNonNull(launch);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    container = launch.get().start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (container != null) {
      container.close();
    }
  }

  /** The container. */
  public Container container() {
    return requireNonNull(container, "The container has not been started");
  }
}
