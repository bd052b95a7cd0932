// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one kind of container is set up and started. */
interface Recipe {
  /**
   * Makes the directory of one instance from the distribution, with as little configuration of its
   * own as it takes to have ports that are free.
   *
   * @param distribution the unpacked distribution, or its file if it is not an archive; shared by
   *     all instances, not to be changed
   * @param base empty directory of this instance
   */
  Instance prepare(Path distribution, Path base, Sockets sockets);

  /** Ports that nobody listens on, each time others. */
  @FunctionalInterface
  interface Sockets {
    int free();
  }

  /**
   * An instance that can be started.
   *
   * @param port where it will answer HTTP
   * @param options of the virtual machine, after which those of the test come
   * @param arguments what follows all options of the virtual machine
   * @param environment variables besides those of this process
   * @param deployments the directory that applications are dropped into
   */
  record Instance(
      int port,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment,
      Path deployments) {}
}
