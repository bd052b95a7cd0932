// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import dev.weir.launcher.Server;
import dev.weir.launcher.StandaloneServer;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A server in this process, on a free port; its only cluster is one that is not there. */
final class InProcess implements AutoCloseable {
  private final Server server;

  private InProcess(Server server) {
    this.server = server;
  }

  static InProcess start(Map<String, String> settings) throws StartFailure, SettingsException {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("weir.port", "0");
    all.putIfAbsent("weir.cluster", "http://127.0.0.1:1");
    all.putIfAbsent("weir.shutdown.timeout", "500 ms");
    return new InProcess(StandaloneServer.start(SettingsResolver.resolve(SettingsSources.of(all))));
  }

  /** Without a slash at the end. */
  URI address() {
    return server.report().address();
  }

  @Override
  public void close() {
    server.close();
  }
}
