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
 * @param maxHeaderBytes limit of the request line and all headers together, in bytes
 * @param workers threads that handle requests with a body
 * @param idleTimeout how long a connection may be without a request; whole seconds count
 * @param tls empty for plain HTTP
 * @param limits limits of clients and connections, and the switch of hot answers
 */
public record ServerOptions(
    String host,
    int port,
    int maxHeaderBytes,
    int workers,
    Duration idleTimeout,
    Optional<ServerTls> tls,
    HttpLimits limits) {}
