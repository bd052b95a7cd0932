// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import dev.weir.testing.Directories;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Apache Tomcat, and TomEE, which is one with more in its lib directory. */
final class Tomcat implements Recipe {
  private static final List<String> OPENED =
      List.of("java.lang", "java.lang.reflect", "java.io", "java.util", "java.util.concurrent");

  @Override
  public Instance prepare(Path distribution, Path base, Sockets sockets) {
    int port = sockets.free();
    Path conf = base.resolve("conf");
    Directories.copy(distribution.resolve("conf"), conf);
    Setup.replace(conf.resolve("server.xml"), "port=\"8005\"", "port=\"-1\"");
    Setup.replace(
        conf.resolve("server.xml"), "port=\"8080\"", "port=\"" + port + "\" address=\"127.0.0.1\"");
    Path deployments = Setup.directory(base, "webapps");
    List.of("logs", "temp", "work").forEach(name -> Setup.directory(base, name));
    Path manager = distribution.resolve("webapps").resolve("manager");
    if (Files.exists(manager)) {
      Directories.copy(manager, deployments.resolve("manager"));
    }
    return new Instance(
        port,
        options(distribution, base),
        List.of("org.apache.catalina.startup.Bootstrap", "start"),
        Map.of(),
        deployments);
  }

  private static List<String> options(Path distribution, Path base) {
    Path bin = distribution.resolve("bin");
    List<String> options = new ArrayList<>(Setup.opened(OPENED).toList());
    // What its own check for leaks looks into.
    options.add("--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED");
    options.add("-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"));
    options.add("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager");
    options.add("-Dcatalina.home=" + distribution);
    options.add("-Dcatalina.base=" + base);
    options.add("-cp");
    options.add(bin.resolve("bootstrap.jar") + File.pathSeparator + bin.resolve("tomcat-juli.jar"));
    return options;
  }
}
