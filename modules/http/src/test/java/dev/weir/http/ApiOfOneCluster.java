// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.hot.HotAnswerFilter;
import dev.weir.http.hot.HotAnswers;
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
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.sources.SettingsSources;
import dev.weir.testing.RecordingFlink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The API in the JVM of the test, over a Flink whose documents are current for an hour. */
public final class ApiOfOneCluster implements BeforeEachCallback, AfterEachCallback {
  public static final String HOST = "localhost";

  private final CloseStack parts = new CloseStack();
  private final Authentication authentication = Authentication.none();
  private Settings settings;
  private WorkDirectory work;
  private Clusters clusters;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    RecordingFlink flink = new RecordingFlink();
    parts.add("Flink", flink::close);
    settings =
        SettingsResolver.resolve(
            SettingsSources.of(
                Map.of(
                    "weir.cluster", flink.address().toString(),
                    "weir.refresh-interval", "1 h",
                    "weir.max-staleness", "2 h",
                    "weir.upload.per-minute", "0")));
    work = WorkDirectory.open(Optional.empty());
    parts.add("The directory", work::remove);
    clusters = WatchedClusters.start(settings, List.of(), work, Thread::new, parts);
  }

  Settings settings() {
    return settings;
  }

  Authentication authentication() {
    return authentication;
  }

  /** Keeps what it answers there. */
  public WeirApplication application(HotAnswers answers) {
    WeirApplication application =
        new WeirApplication(
            new ApiParts(
                ApiOptions.ofStandalone(settings, List.of(HOST)),
                clusters,
                new JarUploads(work.uploads(), settings.submission().limits()),
                entry -> {},
                ApiExtensions.installed()),
            new OwnCallerResolver(authentication, Duration.ofSeconds(1)),
            Runnable::run,
            InstantSource.system());
    application.register(new HotAnswerFilter(answers, clusters));
    return application;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    parts.close();
  }
}
