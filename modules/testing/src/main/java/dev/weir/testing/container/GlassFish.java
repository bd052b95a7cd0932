// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import dev.weir.testing.Directories;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Eclipse GlassFish, its {@code domain1}, started by its own command. */
final class GlassFish implements Recipe {
  private static final String DOMAIN = "domain1";

  @Override
  public Instance prepare(Path distribution, Path base, Sockets sockets) {
    int port = sockets.free();
    Path home = distribution.resolve("glassfish");
    Path domain = base.resolve(DOMAIN);
    Directories.copy(home.resolve("domains").resolve(DOMAIN), domain);
    Path configuration = domain.resolve("config").resolve("domain.xml");
    Setup.replace(configuration, "port=\"8080\"", "address=\"127.0.0.1\" port=\"" + port + "\"");
    for (String other : List.of("8181", "4848", "3700", "3820", "3920", "8686", "7676")) {
      Setup.replace(configuration, "\"" + other + "\"", "\"" + sockets.free() + "\"");
    }
    return new Instance(
        port,
        List.of("-jar", home.resolve("lib/client/appserver-cli.jar").toString()),
        List.of("start-domain", "--verbose", "--domaindir", base.toString(), DOMAIN),
        Map.of(),
        Setup.directory(domain, "autodeploy"));
  }
}
