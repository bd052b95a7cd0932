package dev.weir.launcher.server;

import dev.weir.launcher.server.tls.TlsEngines;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http2.Http2AddOn;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.jspecify.annotations.Nullable;

/** Ports that are listened on, with the limits of each connection. */
final class Listeners {
  /** The name of every listener; each server has one. */
  static final String NAME = "weir";

  private Listeners() {}

  /** For the API, over TLS or not. */
  static NetworkListener api(ServerOptions options, @Nullable TlsEngines tls) {
    NetworkListener listener = listener(options, options.port(), "weir-http");
    if (tls != null) {
      listener.setSecure(true);
      listener.setSSLEngineConfig(tls);
    }
    // Without it, a client that offers to go on in HTTP/2, as Java's does, gets no answer.
    listener.registerAddOn(new Http2AddOn());
    return listener;
  }

  /** For those who come without TLS. */
  static NetworkListener redirect(ServerOptions options, int port) {
    return listener(options, port, "weir-redirect");
  }

  private static NetworkListener listener(ServerOptions options, int port, String threads) {
    NetworkListener listener = new NetworkListener(NAME, options.host(), port);
    listener.setMaxHttpHeaderSize(options.maxHeaderBytes());
    listener.getKeepAlive().setIdleTimeoutInSeconds((int) options.idleTimeout().toSeconds());
    listener.getKeepAlive().setMaxRequestsCount(-1);
    listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
    listener
        .getTransport()
        .setKernelThreadPoolConfig(ThreadPoolConfig.defaultConfig().setPoolName(threads));
    return listener;
  }
}
