// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Open Liberty with one of its platforms as its only feature. */
final class Liberty implements Recipe {
  private static final String SERVER = "weir";

  private final String feature;

  /** With a feature such as {@code jakartaee-10.0}. */
  Liberty(String feature) {
    this.feature = requireNonNull(feature);
  }

  @Override
  public Instance prepare(Path distribution, Path base, Sockets sockets) {
    int port = sockets.free();
    Path server = base.resolve("servers").resolve(SERVER);
    Setup.write(
        server.resolve("server.xml"),
        """
        <server>
          <featureManager><feature>%s</feature></featureManager>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        </server>
        """
            .formatted(feature, port));
    Path tools = distribution.resolve("bin").resolve("tools");
    return new Instance(
        port,
        List.of(
            "-javaagent:" + tools.resolve("ws-javaagent.jar"),
            "-jar",
            tools.resolve("ws-server.jar").toString()),
        List.of(SERVER),
        Map.of("WLP_USER_DIR", base.toString()),
        Setup.directory(server, "dropins"));
  }
}
