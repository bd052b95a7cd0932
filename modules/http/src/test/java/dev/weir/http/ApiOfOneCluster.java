// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.access.OwnCallerResolver;
import dev.weir.security.Authentication;
import dev.weir.server.ApiOptions;
import dev.weir.server.ApiParts;
import dev.weir.server.CloseStack;
import dev.weir.server.WatchedClusters;
import dev.weir.server.WeirApplication;
import dev.weir.server.WorkDirectory;
import dev.weir.server.Workers;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.testing.RecordingFlink;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The API in the JVM of the test, over a Flink whose documents are current for an hour. */
public final class ApiOfOneCluster implements AutoCloseable {
  public static final String HOST = "localhost";

  private static final Map<String, String> STEADY =
      Map.of(
          "weir.refresh-interval", "1 h",
          "weir.max-staleness", "2 h",
          "weir.upload.per-minute", "0");

  private final CloseStack parts;
  private final Authentication authentication = Authentication.none();
  private final Settings settings;
  private final WorkDirectory work;
  private final Clusters clusters;
  private final ExecutorService copying = Workers.copying(Thread::new);

  /** Over a recording Flink of its own. */
  public ApiOfOneCluster() throws Exception {
    this(new RecordingFlink());
  }

  private ApiOfOneCluster(RecordingFlink flink) throws Exception {
    this(flink.address(), Map.of(), ending(flink));
  }

  /** Over that Flink, with settings besides those that keep its documents current. */
  public ApiOfOneCluster(URI flink, Map<String, String> more) throws Exception {
    this(flink, more, new CloseStack());
  }

  private ApiOfOneCluster(URI flink, Map<String, String> more, CloseStack parts) throws Exception {
    this.parts = parts;
    Map<String, String> all = new HashMap<>(STEADY);
    all.put("weir.cluster", flink.toString());
    all.putAll(more);
    settings = SettingsResolver.resolve(SettingsSources.of(all));
    parts.add("The threads for logs", copying::shutdownNow);
    work = WorkDirectory.open(Optional.empty());
    parts.add("The directory", work::remove);
    clusters = WatchedClusters.start(settings, Optional.empty(), work, Thread::new, parts);
  }

  private static CloseStack ending(RecordingFlink flink) {
    CloseStack parts = new CloseStack();
    parts.add("Flink", flink::close);
    return parts;
  }

  public Settings settings() {
    return settings;
  }

  public Clusters clusters() {
    return clusters;
  }

  Authentication authentication() {
    return authentication;
  }

  /** What Jersey is given. */
  public WeirApplication application() {
    return new WeirApplication(
        new ApiParts(
            ApiOptions.ofStandalone(settings, List.of(HOST, "127.0.0.1")),
            clusters,
            new JarUploads(work.uploads(), settings.submission().limits()),
            entry -> {},
            ApiExtensions.installed(),
            Optional.empty()),
        new OwnCallerResolver(authentication, Duration.ofSeconds(1)),
        copying,
        InstantSource.system());
  }

  @Override
  public void close() {
    parts.close();
  }
}
