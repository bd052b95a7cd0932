package dev.weir.launcher.server;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the HTTP server listens and what it allows.
 *
 * @param host address to bind to
 * @param port port to listen on; 0 for any that is free
 * @param maxHeaderBytes the request line and all headers together
 * @param maxBodyBytes the body of a request
 * @param workers threads for what blocks
 * @param idleTimeout after which a connection without a request is closed
 * @param temporary where parts of an upload are kept while it is read
 * @param corsAllowOrigin origin whose pages may read answers; empty for none
 * @param submitEnabled whether programs may be uploaded and run
 */
public record ServerOptions(
    String host,
    int port,
    int maxHeaderBytes,
    long maxBodyBytes,
    int workers,
    Duration idleTimeout,
    Path temporary,
    String corsAllowOrigin,
    boolean submitEnabled) {}
