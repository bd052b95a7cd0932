// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import dev.weir.model.clusters.ClusterName;
import dev.weir.monitor.jars.UploadLimits;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.server.settings.keys.AuditKeys;
import dev.weir.server.settings.keys.ClassicKeys;
import dev.weir.server.settings.keys.EmbeddedKeys;
import dev.weir.server.settings.keys.HttpKeys;
import dev.weir.server.settings.keys.ProcessKeys;
import dev.weir.server.settings.keys.ServerKeys;
import dev.weir.server.settings.keys.UploadKeys;
import dev.weir.server.settings.sources.Problems;
import dev.weir.server.settings.sources.ResolvedSettings;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.types.Addresses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates the settings of one server from the resolved values. */
final class SettingsReader {
  private SettingsReader() {}

  static Settings read(ResolvedSettings resolved) throws SettingsException {
    List<Settings.Cluster> clusters = ClusterReader.of(resolved);
    List<ClusterName> names = clusters.stream().map(Settings.Cluster::name).toList();
    Problems problems = new Problems();
    Optional<Optional<ServerTls>> tls = problems.attempt(() -> TlsReader.read(resolved));
    Optional<SecuritySettings> known = problems.attempt(() -> SecurityReader.read(resolved, names));
    problems.requireNone();
    SecuritySettings security = known.orElseThrow();
    List<String> shadowed =
        security.authentication().isPresent() ? ShadowedRules.remarks(resolved, names) : List.of();
    Optional<Path> uploads = resolved.optional(UploadKeys.UPLOAD_DIR);
    Optional<Path> embeddedUploads = resolved.optional(EmbeddedKeys.UPLOAD_DIR);
    Settings settings =
        new Settings(
            resolved.values(),
            Settings.Server.builder()
                .port(resolved.value(ServerKeys.PORT))
                .bind(resolved.value(ServerKeys.BIND))
                .allowOrigins(resolved.optional(HttpKeys.ALLOW_ORIGIN).orElse(List.of()))
                .maxHeaderBytes(resolved.value(HttpKeys.HEADER_BYTES))
                .workers(resolved.value(HttpKeys.WORKERS))
                .idleTimeout(resolved.value(HttpKeys.IDLE_TIMEOUT))
                .trustedProxies(resolved.optional(HttpKeys.TRUSTED_PROXIES).orElse(List.of()))
                .tls(tls.orElseThrow())
                .hosts(resolved.optional(HttpKeys.HOSTS).orElse(List.of()))
                .limits(HttpLimits.of(resolved))
                .build(),
            clusters,
            new Settings.Embedded(
                resolved.value(ServerKeys.FLINK),
                resolved.value(EmbeddedKeys.TASK_MANAGERS),
                resolved.value(EmbeddedKeys.SLOTS),
                resolved.value(EmbeddedKeys.HISTORY),
                resolved.value(ServerKeys.DEMO),
                embeddedUploads.isPresent() ? embeddedUploads : uploads),
            new Settings.Submission(
                submits(resolved),
                uploads,
                uploads(resolved),
                resolved.value(UploadKeys.STORED_BYTES)),
            classic(resolved),
            security,
            audit(resolved),
            resolved.optional(ProcessKeys.WORK_DIR),
            resolved.value(ProcessKeys.SHUTDOWN_TIMEOUT),
            LogReader.read(resolved),
            resolved.flinkConfiguration(),
            resolved.given(),
            Stream.concat(resolved.remarks().stream(), shadowed.stream()).toList());
    if (settings.clusters().stream().noneMatch(Settings.Cluster::embedded)) {
      refuseWhatIsForTheEmbedded(settings, resolved);
    }
    return settings;
  }

  /**
   * Submitting means running any code here. If others can reach the server, a setting must allow
   * it.
   */
  private static boolean submits(ResolvedSettings resolved) throws SettingsException {
    Optional<Boolean> given = resolved.optional(UploadKeys.SUBMIT_ENABLED);
    return given.isPresent() ? given.get() : Addresses.isLoopback(resolved.value(ServerKeys.BIND));
  }

  private static UploadLimits uploads(ResolvedSettings resolved) throws SettingsException {
    return UploadLimits.builder()
        .maxBytes(resolved.value(UploadKeys.UPLOAD_BYTES))
        .maxEntries(resolved.value(UploadKeys.MAX_ENTRIES))
        .maxRatio(resolved.value(UploadKeys.MAX_RATIO))
        .maxPendingBytes(resolved.value(UploadKeys.MAX_PENDING_BYTES))
        .perMinute(resolved.value(UploadKeys.PER_MINUTE))
        .build();
  }

  private static ClassicStyle classic(ResolvedSettings resolved) throws SettingsException {
    return new ClassicStyle(
        resolved.value(ClassicKeys.ERRORS), resolved.value(ClassicKeys.ACCUMULATORS));
  }

  private static Settings.Audit audit(ResolvedSettings resolved) throws SettingsException {
    return new Settings.Audit(
        resolved.optional(AuditKeys.FILE),
        LogReader.rolling(resolved, AuditKeys.FILE_BYTES, AuditKeys.TOTAL_BYTES, AuditKeys.DAYS),
        resolved.value(AuditKeys.DENIALS));
  }

  private static void refuseWhatIsForTheEmbedded(Settings settings, ResolvedSettings resolved)
      throws SettingsException {
    if (settings.embedded().demo()) {
      throw SettingsException.badValue(
          ServerKeys.DEMO,
          "true",
          resolved.origin(ServerKeys.DEMO),
          "false if no cluster is embedded: the example jobs need the embedded Flink");
    }
    if (resolved.isSet(ServerKeys.FLINK)) {
      throw SettingsException.badValue(
          ServerKeys.FLINK,
          settings.embedded().flink().text(),
          resolved.origin(ServerKeys.FLINK),
          "left out if no cluster is embedded: it selects the embedded Flink");
    }
  }
}
