// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import dev.weir.testing.Directories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** WildFly, its {@code standalone.xml}. */
final class WildFly implements Recipe {
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.security",
          "java.util",
          "java.util.concurrent");

  @Override
  public Instance prepare(Path distribution, Path base, Sockets sockets) {
    int port = sockets.free();
    Path server = base.resolve("standalone");
    Directories.copy(distribution.resolve("standalone"), server);
    return new Instance(
        port,
        options(distribution, server),
        arguments(distribution, server, port, sockets),
        Map.of(),
        server.resolve("deployments"));
  }

  private static List<String> options(Path distribution, Path server) {
    List<String> options = new ArrayList<>(Setup.opened(OPENED).toList());
    options.add("--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");
    options.add("--add-opens=java.management/javax.management=ALL-UNNAMED");
    options.add("--add-opens=java.naming/javax.naming=ALL-UNNAMED");
    options.add("-Dorg.jboss.boot.log.file=" + server.resolve("log/server.log"));
    options.add(
        "-Dlogging.configuration=" + server.resolve("configuration/logging.properties").toUri());
    options.add("-jar");
    options.add(distribution.resolve("jboss-modules.jar").toString());
    return options;
  }

  private static List<String> arguments(Path distribution, Path server, int port, Sockets sockets) {
    return List.of(
        "-mp",
        distribution.resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + distribution,
        "-Djboss.server.base.dir=" + server,
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=" + sockets.free(),
        "-Djboss.management.http.port=" + sockets.free(),
        "-Djboss.management.https.port=" + sockets.free());
  }
}
