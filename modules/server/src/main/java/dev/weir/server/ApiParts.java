// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.audit.AuditLog;

/**
 * Parts of the API, independent of the HTTP server.
 *
 * @param options options of the API
 * @param clusters the watched clusters
 * @param uploads receives jars
 * @param audit records changes and denied requests
 * @param extensions the classic API and its additions
 */
public record ApiParts(
    ApiOptions options,
    Clusters clusters,
    JarUploads uploads,
    AuditLog audit,
    ApiExtensions extensions) {}
