// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.server.settings.HttpLimits;
import dev.weir.server.settings.ServerTls;
import java.time.Duration;
import java.util.Optional;

/**
 * How the HTTP server listens.
 *
 * @param host address to bind to
 * @param port port to listen on; 0 for any that is free
 * @param maxHeaderBytes the request line and all headers together
 * @param workers threads for what blocks
 * @param idleTimeout after which a connection without a request is closed
 * @param tls empty for plain HTTP
 * @param limits what a client may take
 */
public record ServerOptions(
    String host,
    int port,
    int maxHeaderBytes,
    int workers,
    Duration idleTimeout,
    Optional<ServerTls> tls,
    HttpLimits limits) {}
