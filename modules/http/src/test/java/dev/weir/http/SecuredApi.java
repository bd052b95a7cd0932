// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static org.awaitility.Awaitility.await;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.audit.AuditEntry;
import dev.weir.security.TokenFile;
import dev.weir.server.ApiOptions;
import dev.weir.server.ApiParts;
import dev.weir.server.CloseStack;
import dev.weir.server.OwnAuthentication;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WorkDirectory;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.testing.ClassicClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with callers of three levels, before a cluster that answers and two that do not. */
final class SecuredApi implements AutoCloseable {
  static final int UPLOAD_BYTES = 100_000;
  static final int OPTIONS_BYTES = 1000;
  private static final List<String> USERS = List.of("viewer", "operator", "developer");

  private final CloseStack parts = new CloseStack();
  private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final WorkDirectory work;
  private final ClassicClient client;

  /**
   * Starts the server.
   *
   * @param directory for the file with the tokens
   * @param flink answers as cluster {@code main}
   * @param silent takes connections as cluster {@code silent}
   */
  SecuredApi(Path directory, URI flink, URI silent) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String user : USERS) {
      TokenFile.Made made = TokenFile.make(user);
      tokens.put(user, made.token());
      lines.append(made.line()).append('\n');
    }
    Map<String, String> values = new HashMap<>();
    values.put("weir.clusters.main.addresses", flink.toString());
    values.put("weir.clusters.away.addresses", "http://127.0.0.1:1");
    values.put("weir.clusters.silent.addresses", silent.toString());
    values.put("weir.default-cluster", "main");
    values.put("weir.upstream.timeout", "2 s");
    values.put("weir.upload.max-bytes", Integer.toString(UPLOAD_BYTES));
    values.put("weir.upload.per-minute", "0");
    values.put("weir.http.max-options-bytes", Integer.toString(OPTIONS_BYTES));
    values.put("weir.submit.enabled", "true");
    values.put("weir.access.operate", "operator");
    values.put("weir.access.submit", "developer");
    values.put(
        "weir.security.token.file",
        Files.writeString(directory.resolve("tokens"), lines).toString());
    Settings settings = SettingsResolver.resolve(SettingsSources.of(values));
    work = WorkDirectory.open(Optional.empty());
    parts.add("The directory", work::remove);
    Clusters clusters = WatchedClusters.start(settings, Optional.empty(), work, Thread::new, parts);
    WeirServer started =
        WeirServer.start(
            new ServerOptions(
                "127.0.0.1",
                0,
                settings.server().maxHeaderBytes(),
                settings.server().workers(),
                settings.server().idleTimeout(),
                Optional.empty(),
                settings.server().limits()),
            new ApiParts(
                ApiOptions.of(settings),
                clusters,
                new JarUploads(work.uploads(), settings.submission().limits()),
                audit::add,
                ApiExtensions.installed(),
                Optional.empty()),
            OwnAuthentication.start(settings, Thread::new, parts));
    parts.add("The server", () -> started.stop(Duration.ofSeconds(1)));
    client = new ClassicClient(URI.create("http://127.0.0.1:" + started.port()));
    await().until(() -> state("main").equals("healthy"));
  }

  ClassicClient client() {
    return client;
  }

  /** The lines of the audit log so far. */
  List<AuditEntry> audit() {
    return audit;
  }

  /** Where uploads are received. */
  Path uploads() {
    return work.uploads();
  }

  /** The header with the credentials of a user: viewer, operator or developer. */
  String authorization(String user) {
    return "Bearer " + tokens.get(user);
  }

  /** What the server says of a cluster: healthy, unhealthy, pending or unknown. */
  String state(String cluster) {
    return client
        .send("GET", "/clusters/" + cluster, Map.of("Authorization", authorization("viewer")))
        .json()
        .path("state")
        .asText();
  }

  @Override
  public void close() {
    parts.close();
  }
}
