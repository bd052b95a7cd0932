// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.monitor.Clusters;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.audit.AuditLog;

/**
 * What the API is made of, whatever serves it.
 *
 * @param options what it allows
 * @param clusters what it is about
 * @param uploads receives jars
 * @param audit writes down changes and denied requests
 * @param extensions the classic API and what is beside it
 */
public record ApiParts(
    ApiOptions options,
    Clusters clusters,
    JarUploads uploads,
    AuditLog audit,
    ApiExtensions extensions) {}
