// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Payara Micro, which is one jar. */
final class PayaraMicro implements Recipe {
  @Override
  public Instance prepare(Path distribution, Path base, Sockets sockets) {
    int port = sockets.free();
    Path deployments = Setup.directory(base, "deployments");
    return new Instance(
        port,
        List.of("-jar", distribution.toString()),
        List.of(
            "--rootDir",
            Setup.directory(base, "root").toString(),
            "--deploymentDir",
            deployments.toString(),
            "--port",
            Integer.toString(port),
            "--noHazelcast"),
        Map.of(),
        deployments);
  }
}
