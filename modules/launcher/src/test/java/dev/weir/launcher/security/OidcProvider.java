// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An OpenID provider: publishes its keys, signs tokens, changes its key, and can be away. */
final class OidcProvider implements AutoCloseable {
  private final HttpServer http;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile RSAKey key;
  private volatile boolean away;

  OidcProvider() throws IOException, JOSEException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/realm/.well-known/openid-configuration", this::discovery);
    http.createContext("/realm/keys", this::keys);
    http.start();
    rotate();
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/realm";
  }

  /** What signs from now on, and is the only key that is published. */
  void rotate() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
  }

  RSAKey key() {
    return key;
  }

  void away(boolean now) {
    away = now;
  }

  int requests() {
    return requests.get();
  }

  /** A token for the audience {@code weir}, of a user that has a role. */
  String token(String user, String role) throws JOSEException {
    return token(key, claims(user, role).build());
  }

  /** The same with something changed. */
  String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return token(key, change.apply(claims("alice", "submitters")).build());
  }

  JWTClaimsSet.Builder claims(String user, String role) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(List.of("other", "weir"))
        .subject(user)
        .jwtID(UUID.randomUUID().toString())
        .claim("realm_access", Map.of("roles", List.of(role)))
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  static String token(RSAKey key, JWTClaimsSet claims) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer(), issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    answer(exchange, new JWKSet(key.toPublicJWK()).toString());
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    requests.incrementAndGet();
    byte[] body = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(away ? 500 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
