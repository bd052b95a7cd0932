// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.jars.UploadLimits;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.server.settings.sources.GivenSetting;
import dev.weir.server.settings.types.ClientAuth;
import dev.weir.server.settings.types.LogLevel;
import dev.weir.server.settings.types.LogStyle;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text for every setting that is not its default, and the settings that all of them make. */
final class Samples {
  private Samples() {}

  /**
   * All but {@code weir.conf-dir} and {@code weir.config}, those that each cluster has for itself,
   * and the key store, since PEM files are given.
   */
  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("weir.port", "9090");
    texts.put("weir.bind", "0.0.0.0");
    texts.put("weir.cluster", "prod=http://jm1:8081,http://jm2:8081 local=embedded");
    texts.put("weir.default-cluster", "local");
    texts.put("weir.flink", "1.20");
    texts.put("weir.demo", "true");
    texts.put("weir.refresh-interval", "1 s");
    texts.put("weir.max-staleness", "20 s");
    texts.put("weir.max-unreachable", "PT1H");
    texts.put("weir.probe-interval", "7 s");
    texts.put("weir.snapshots.max-bytes", "64 mb");
    texts.put("weir.upstream.timeout", "5 s");
    texts.put("weir.upstream.change-timeout", "2 min");
    texts.put("weir.upstream.run-timeout", "30 min");
    texts.put("weir.upstream.transfer-timeout", "3 min");
    texts.put("weir.upstream.transfer-silence", "9 s");
    texts.put("weir.upstream.transfers", "5");
    texts.put("weir.upstream.connections", "4");
    texts.put("weir.upstream.max-waiting", "100");
    texts.put("weir.upstream.max-answer-bytes", "32 MiB");
    texts.put("weir.upstream.max-pending-bytes", "128 MiB");
    texts.put("weir.upstream.patience", "4 s");
    texts.put("weir.submit.enabled", "false");
    texts.put("weir.upload.dir", "/var/lib/weir/jars");
    texts.put("weir.upload.max-bytes", "1g");
    texts.put("weir.upload.max-stored-bytes", "3g");
    texts.put("weir.savepoints.remembered", "50");
    texts.put("weir.savepoints.directories", "s3://bucket/sp,file:///data");
    texts.put("weir.cors.allow-origin", "https://dashboard.example.org, https://other.example.org");
    texts.put("weir.http.max-header-bytes", "8 kb");
    texts.put("weir.http.workers", "2");
    texts.put("weir.http.idle-timeout", "30 s");
    texts.put("weir.http.trusted-proxies", "10.0.0.0/8, ::1");
    texts.put("weir.embedded.task-managers", "2");
    texts.put("weir.embedded.slots", "3");
    texts.put("weir.embedded.history", "7");
    texts.put("weir.embedded.upload-dir", "/var/lib/flink/jars");
    texts.put("weir.work-dir", "/var/tmp/weir");
    texts.put("weir.shutdown.timeout", "40 s");
    texts.put("weir.log.level", "debug");
    texts.put("weir.log.format", "json");
    texts.put("weir.log.file", "/var/log/weir/weir.log");
    texts.put("weir.log.max-bytes", "2m");
    texts.put("weir.log.max-total-bytes", "8m");
    texts.put("weir.log.max-days", "4");
    texts.put("weir.log.config", "/etc/weir/logback.xml");
    texts.put("weir.classic.errors", "1.3");
    texts.put("weir.classic.accumulators", "plain");
    texts.putAll(SecuritySamples.texts());
    texts.put("weir.audit.file", "/var/log/weir/audit.log");
    texts.put("weir.audit.max-bytes", "1m");
    texts.put("weir.audit.max-total-bytes", "3m");
    texts.put("weir.audit.max-days", "6");
    texts.put("weir.audit.denials-per-minute", "7");
    texts.put("weir.masked.keys", "^my\\.key$ pin");
    texts.put("weir.upload.max-entries", "1000");
    texts.put("weir.upload.max-ratio", "20");
    texts.put("weir.upload.max-pending-bytes", "2g");
    texts.put("weir.upload.per-minute", "6");
    texts.put("weir.http.hosts", "weir.example.org, weir");
    texts.put("weir.http.max-url-bytes", "4 kb");
    texts.put("weir.http.max-options-bytes", "2 kb");
    texts.put("weir.http.request-timeout", "5 s");
    texts.put("weir.http.min-bytes-per-second", "100");
    texts.put("weir.http.max-connections", "300");
    texts.put("weir.http.max-connections-per-client", "200");
    texts.put("weir.http.max-requests-per-client", "50");
    texts.put("weir.http.requests-per-second", "30");
    texts.put("weir.http.max-unsent-bytes", "8 mb");
    texts.put("weir.http.max-streams", "16");
    texts.put("weir.http.max-transfers-per-client", "3");
    texts.put("weir.http.watchdog-timeout", "8 s");
    texts.put("weir.http.control-frames-per-second", "40");
    texts.put("weir.http.h2c", "true");
    texts.put("weir.http.hot-answers", "false");
    texts.put("weir.tls.certificate", "/etc/weir/tls.crt");
    texts.put("weir.tls.key", "/etc/weir/tls.key");
    texts.put("weir.tls.key-password", "s3cret");
    texts.put("weir.tls.client-auth", "required");
    texts.put("weir.tls.truststore", "/etc/weir/clients.pem");
    texts.put("weir.tls.truststore-password", "s3cret too");
    texts.put("weir.tls.reload-interval", "1 min");
    texts.put("weir.tls.redirect-port", "9080");
    texts.put("weir.tls.hsts", "false");
    return texts;
  }

  /** What {@link #texts} make, with the given origins. */
  static Settings settings(List<GivenSetting> given) {
    return new Settings(
        new Settings.Server(
            9090,
            "0.0.0.0",
            List.of("https://dashboard.example.org", "https://other.example.org"),
            8192,
            2,
            Duration.ofSeconds(30),
            List.of("10.0.0.0/8", "::1"),
            Optional.of(tls()),
            List.of("weir.example.org", "weir"),
            new HttpLimits(
                4096,
                2048,
                Duration.ofSeconds(5),
                100,
                300,
                200,
                50,
                30,
                3,
                Duration.ofSeconds(8),
                8 << 20,
                false,
                new Http2Limits(16, 40, true))),
        List.of(
            new Settings.Cluster(
                new ClusterName("local"),
                List.of(),
                Optional.empty(),
                true,
                Map.of(),
                Optional.empty()),
            new Settings.Cluster(
                new ClusterName("prod"),
                List.of(URI.create("http://jm1:8081"), URI.create("http://jm2:8081")),
                Optional.empty(),
                false,
                Map.of(),
                Optional.empty())),
        new Settings.Embedded(
            FlinkSeries.V1_20, 2, 3, 7, true, Optional.of(Path.of("/var/lib/flink/jars"))),
        new Settings.Snapshots(
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofHours(1),
            Duration.ofSeconds(7),
            64L << 20),
        new Settings.Upstream(
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(3),
            Duration.ofSeconds(9),
            5,
            4,
            100,
            32 << 20,
            Optional.of(128L << 20),
            Duration.ofSeconds(4)),
        new Settings.Submission(
            false,
            Optional.of(Path.of("/var/lib/weir/jars")),
            new UploadLimits(1L << 30, 1000, 20, 2L << 30, 6),
            3L << 30),
        new ClassicStyle(ClassicStyle.Errors.AS_1_3, ClassicStyle.Accumulators.PLAIN),
        SecuritySamples.settings(),
        50,
        List.of("s3://bucket/sp", "file:///data"),
        new Settings.Audit(
            Optional.of(Path.of("/var/log/weir/audit.log")),
            new LogSettings.Rolling(1 << 20, 3L << 20, 6),
            7),
        List.of("^my\\.key$", "pin"),
        Optional.of(Path.of("/var/tmp/weir")),
        Duration.ofSeconds(40),
        new LogSettings(
            LogLevel.DEBUG,
            LogStyle.JSON,
            Optional.of(Path.of("/var/log/weir/weir.log")),
            new LogSettings.Rolling(2 << 20, 8L << 20, 4),
            Optional.of(Path.of("/etc/weir/logback.xml"))),
        Map.of(),
        given,
        List.of());
  }

  private static ServerTls tls() {
    return new ServerTls(
        new ServerTls.Pem(
            Path.of("/etc/weir/tls.crt"), Path.of("/etc/weir/tls.key"), Optional.of("s3cret")),
        ClientAuth.REQUIRED,
        Optional.of(Path.of("/etc/weir/clients.pem")),
        Optional.of("s3cret too"),
        Duration.ofMinutes(1),
        Optional.of(9080),
        false);
  }
}
