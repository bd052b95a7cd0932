// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Eclipse Jetty, with the modules of one release of the servlet API. */
final class Jetty implements Recipe {
  private final String environment;

  /** With an environment such as {@code ee10}. */
  Jetty(String environment) {
    this.environment = requireNonNull(environment);
  }

  @Override
  public Instance prepare(Path distribution, Path base, Sockets sockets) {
    int port = sockets.free();
    Setup.write(
        base.resolve("start.d").resolve("all.ini"),
        "--modules=http,%1$s-deploy,%1$s-annotations\n".formatted(environment));
    Setup.directory(base, "resources");
    Setup.directory(base, "work");
    return new Instance(
        port,
        List.of(
            "-Djetty.base=" + base,
            "-Djava.io.tmpdir=" + base.resolve("work"),
            "-jar",
            distribution.resolve("start.jar").toString()),
        List.of("jetty.http.host=127.0.0.1", "jetty.http.port=" + port),
        Map.of(),
        Setup.directory(base, "webapps"));
  }
}
