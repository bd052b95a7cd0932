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

/** Makes the listening ports, with the limits of their connections. */
public final class Listeners {
  /** The name of every listener; a server has one listener. */
  public static final String NAME = "weir";

  private Listeners() {}

  /**
   * The port of the API. Bytes pass TLS, then HTTP/2, then the hot path, then the fence, and reach
   * Grizzly's parser last; each of them may answer by itself.
   *
   * @param tls null for plain HTTP
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

  /** With certificates, the bytes of a request do not tell who sends it. */
  private static boolean asksForCertificates(ServerOptions options) {
    return options.tls().map(ServerTls::clientAuth).orElse(ClientAuth.NONE) != ClientAuth.NONE;
  }

  /** The port that redirects plain HTTP to TLS. */
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
    // The fence adds a Host and encodes characters, so its heads may be longer than the client's.
    listener.setMaxHttpHeaderSize(4 * options.maxHeaderBytes());
    listener.getKeepAlive().setIdleTimeoutInSeconds((int) options.idleTimeout().toSeconds());
    listener.getKeepAlive().setMaxRequestsCount(-1);
    // Writers must not wait; ConnectionLimits bounds the bytes that are unsent.
    listener.setMaxPendingBytes(AsyncQueueWriter.UNLIMITED_SIZE);
    listener.registerAddOn(new Codec());
    // The longest wait for the next part of a body.
    listener
        .getTransport()
        .setReadTimeout(options.limits().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    listener.getTransport().setIOStrategy(watch);
    // The longest wait for a client that takes nothing of a log.
    listener
        .getTransport()
        .setWriteTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
    listener
        .getTransport()
        .setKernelThreadPoolConfig(ThreadPoolConfig.defaultConfig().setPoolName(threads));
    return listener;
  }
}
