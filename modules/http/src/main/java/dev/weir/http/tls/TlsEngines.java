// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.tls;

import dev.weir.security.Repeating;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.ServerTls;
import dev.weir.server.settings.types.ClientAuth;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts each new connection with the current files. If changed files cannot be used, the
 * previous ones stay in use, and one warning is logged. Open connections keep what they have.
 */
public final class TlsEngines extends SSLEngineConfigurator implements AutoCloseable {
  private static final Logger LOG = System.getLogger(TlsEngines.class.getName());
  private static final List<String> PREFERRED = List.of("h2", "http/1.1");
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final ServerTls tls;
  private final Repeating timer;
  private volatile SSLContext current;
  private List<String> seen;

  private TlsEngines(ServerTls tls, List<String> seen, SSLContext current) {
    super(
        current,
        false,
        tls.clientAuth() == ClientAuth.REQUIRED,
        tls.clientAuth() == ClientAuth.OPTIONAL);
    setEnabledProtocols(PROTOCOLS);
    this.tls = tls;
    this.seen = seen;
    this.current = current;
    this.timer = Repeating.start("weir-tls-files", tls.reloadInterval(), Thread::new);
  }

  /**
   * Reads the files and starts watching them.
   *
   * @throws StartFailure if a file cannot be used
   */
  public static TlsEngines start(ServerTls tls) throws StartFailure {
    // A renegotiation that a client begins would make a selector wait for that client.
    System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    TlsEngines engines = new TlsEngines(tls, fingerprints(tls), TlsContext.of(tls));
    engines.timer.add(engines::look);
    return engines;
  }

  /**
   * Checks the files, and starts nothing.
   *
   * @throws StartFailure if a file cannot be used
   */
  public static void requireUsable(ServerTls tls) throws StartFailure {
    TlsContext.of(tls);
  }

  private void look() {
    List<String> now = fingerprints(tls);
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      current = TlsContext.of(tls);
      LOG.log(
          Level.INFO, "New connections use what is new in {0}", TlsContext.file(tls.identity()));
    } catch (StartFailure | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "The files of weir.tls have changed and cannot be used, so those from before stay in use. {0}",
          e.getMessage());
    }
  }

  /** What tells a change of the files without reading them; links are followed. */
  private static List<String> fingerprints(ServerTls tls) {
    Set<Path> files = new LinkedHashSet<>();
    files.add(TlsContext.file(tls.identity()));
    if (tls.identity() instanceof ServerTls.Pem pem) {
      files.add(pem.key());
    }
    tls.trustStore().ifPresent(files::add);
    List<String> fingerprints = new ArrayList<>();
    for (Path file : files) {
      fingerprints.add(fingerprint(file));
    }
    return fingerprints;
  }

  private static String fingerprint(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + file.toRealPath();
    } catch (IOException e) {
      return "not there";
    }
  }

  @Override
  public SSLEngine createSSLEngine(String peerHost, int peerPort) {
    SSLEngine engine = current.createSSLEngine(peerHost, peerPort);
    configure(engine);
    engine.setHandshakeApplicationProtocolSelector(TlsEngines::protocol);
    return engine;
  }

  /**
   * The preferred protocol among those offered (ALPN). Null if there is none; the connection then
   * continues without ALPN.
   */
  private static @Nullable String protocol(SSLEngine engine, List<String> offered) {
    return PREFERRED.stream().filter(offered::contains).findFirst().orElse(null);
  }

  /** Returns this object, because its context changes. */
  @Override
  public SSLEngineConfigurator copy() {
    return this;
  }

  /** Stops watching the files. */
  @Override
  public void close() {
    timer.close();
  }
}
