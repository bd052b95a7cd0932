// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.hot.HotPath;
import dev.weir.http.http1.Http1Fence;
import dev.weir.http.http2.Http2AddOn;
import dev.weir.http.http2.Http2Options;
import dev.weir.http.limits.Codec;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.http.limits.SelectorWatch;
import dev.weir.http.tls.TlsEngines;
import dev.weir.server.settings.ServerTls;
import dev.weir.server.settings.types.ClientAuth;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.jspecify.annotations.Nullable;

/** Ports that are listened on, with the limits of each connection. */
public final class Listeners {
  /** The name of every listener; each server has one. */
  public static final String NAME = "weir";

  private Listeners() {}

  /**
   * For the API, over TLS or not. Bytes are HTTP/2 or not, then a request that is known again or
   * not, and come to Grizzly's parser through the fence.
   */
  public static NetworkListener api(
      ServerOptions options,
      @Nullable TlsEngines tls,
      ConnectionLimits connections,
      SelectorWatch watch,
      HotPath hot) {
    NetworkListener listener = listener(options, options.port(), "weir-http", watch);
    if (tls != null) {
      listener.setSecure(true);
      listener.setSSLEngineConfig(tls);
    }
    listener.registerAddOn(
        new Http2AddOn(
            Http2Options.of(options.limits().http2(), options.maxHeaderBytes()), connections));
    if (!asksForCertificates(options)) {
      hot.repeatOn(listener);
    }
    listener.registerAddOn(new Http1Fence(options.maxHeaderBytes(), connections, watch));
    listener.registerAddOn(connections);
    return listener;
  }

  /** Then the bytes of a request do not tell who sends it. */
  private static boolean asksForCertificates(ServerOptions options) {
    return options.tls().map(ServerTls::clientAuth).orElse(ClientAuth.NONE) != ClientAuth.NONE;
  }

  /** For clients without TLS. */
  static NetworkListener redirect(
      ServerOptions options, int port, ConnectionLimits connections, SelectorWatch watch) {
    NetworkListener listener = listener(options, port, "weir-redirect", watch);
    listener.registerAddOn(new Http1Fence(options.maxHeaderBytes(), connections, watch));
    listener.registerAddOn(connections);
    return listener;
  }

  private static NetworkListener listener(
      ServerOptions options, int port, String threads, SelectorWatch watch) {
    NetworkListener listener = new NetworkListener(NAME, options.host(), port);
    // What the fence writes anew may be longer by a host, and by letters that it encodes.
    listener.setMaxHttpHeaderSize(4 * options.maxHeaderBytes());
    listener.getKeepAlive().setIdleTimeoutInSeconds((int) options.idleTimeout().toSeconds());
    listener.getKeepAlive().setMaxRequestsCount(-1);
    // Whoever writes must not wait; how much may lie unsent is the limit of connections.
    listener.setMaxPendingBytes(AsyncQueueWriter.UNLIMITED_SIZE);
    listener.registerAddOn(new Codec());
    // Whoever reads a body waits no longer than this for the next part of it.
    listener
        .getTransport()
        .setReadTimeout(options.limits().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    listener.getTransport().setIOStrategy(watch);
    // Whoever sends a log waits no longer than this for its client.
    listener
        .getTransport()
        .setWriteTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
    listener
        .getTransport()
        .setKernelThreadPoolConfig(ThreadPoolConfig.defaultConfig().setPoolName(threads));
    return listener;
  }
}
