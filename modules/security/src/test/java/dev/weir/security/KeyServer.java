// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An OpenID provider over HTTP, which publishes one key and signs by it. */
final class KeyServer implements AutoCloseable {
  /** How it answers. */
  enum Mood {
    WELL,
    /** With status 500. */
    FAILING,
    /** With the head of an answer and no body. */
    HANGING,
    /** With a discovery document of somebody else. */
    FOREIGN,
    /** With a document without end. */
    ENDLESS
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile ECKey key;
  private volatile Mood mood = Mood.WELL;

  KeyServer() throws IOException, JOSEException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/realm/.well-known/openid-configuration", this::discovery);
    http.createContext("/realm/keys", this::keys);
    http.start();
    rotate();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/realm");
  }

  ECKey key() {
    return key;
  }

  /** Another key signs from now on, and is the only one that is published. */
  void rotate() throws JOSEException {
    key = newKey();
  }

  static ECKey newKey() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
  }

  void is(Mood now) {
    mood = now;
  }

  /** How often the discovery document was asked for. */
  int asked() {
    return asked.get();
  }

  /** Of this provider, the audience {@code weir} and the user alice, for five minutes. */
  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer().toString())
        .audience("weir")
        .subject("alice")
        .jwtID(UUID.randomUUID().toString())
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  static String token(ECKey key, @Nullable String type, JWTClaimsSet claims) throws JOSEException {
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
    SignedJWT jwt =
        new SignedJWT(
            (type == null ? header : header.type(new JOSEObjectType(type))).build(), claims);
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  /** Options for its tokens that are as patient as the defaults. */
  OidcOptions options(String audienceClaim, String nameClaim, String rolesClaim) {
    return new OidcOptions(
        issuer(),
        Set.of("weir"),
        audienceClaim,
        Set.of("ES256"),
        nameClaim,
        rolesClaim,
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofSeconds(10));
  }

  private void discovery(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String named = mood == Mood.FOREIGN ? "https://other.example.org" : issuer().toString();
    answer(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(named, issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, new JWKSet(key.toPublicJWK()).toString());
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    switch (mood) {
      case HANGING -> exchange.sendResponseHeaders(200, 0);
      case ENDLESS -> {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 100; i++) {
          exchange.getResponseBody().write(new byte[1 << 16]);
        }
        exchange.close();
      }
      default -> {
        exchange.sendResponseHeaders(mood == Mood.FAILING ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
      }
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
