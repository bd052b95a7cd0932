// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.audit.AuditLog;
import dev.weir.resources.v1.DashboardFiles;
import java.util.Optional;

/**
 * Parts of the API, independent of the HTTP server.
 *
 * @param options options of the API
 * @param clusters the watched clusters
 * @param uploads receives jars
 * @param audit records changes and denied requests
 * @param extensions the classic API and its additions
 * @param dashboard the files of Flink's dashboard; empty for none
 */
public record ApiParts(
    ApiOptions options,
    Clusters clusters,
    JarUploads uploads,
    AuditLog audit,
    ApiExtensions extensions,
    Optional<DashboardFiles> dashboard) {}
