// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.weir.security.Caller.How;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Authenticates callers by password, token file, OpenID provider or client certificate. */
public final class Authenticator implements Authentication {
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private static final String REALM = " realm=\"Weir\"";

  private final AuthenticationOptions options;
  private final Workers workers;
  private final Repeating background;
  private final Attempts attempts;
  private final @Nullable PasswordAuthentication passwords;
  private final @Nullable WatchedFile<TokenFile> tokens;
  private final @Nullable OidcAuthentication oidc;

  private Authenticator(AuthenticationOptions options, ThreadFactory threads)
      throws SecurityFileException {
    this.options = options;
    WatchedFile<Htpasswd> users =
        options.passwords().isPresent()
            ? new WatchedFile<>(options.passwords().get(), Htpasswd::of)
            : null;
    this.tokens =
        options.tokens().isPresent()
            ? new WatchedFile<>(options.tokens().get(), TokenFile::of)
            : null;
    this.attempts =
        new Attempts(
            new Failures(
                options.freeFailures(),
                options.longestWait(),
                options.trackedFailures(),
                Ticker.systemTicker()));
    this.workers = new Workers(options.workers(), options.waiting(), threads);
    this.background = Repeating.start("weir-security-files", CHECK_INTERVAL, threads);
    this.passwords =
        users == null
            ? null
            : new PasswordAuthentication(
                users, new Remembered<>(options.remember()), attempts, workers);
    this.oidc = options.oidc().map(provider -> oidc(provider, threads)).orElse(null);
    watch(users);
    watch(tokens);
  }

  /** Problems of a file of users, one sentence each; empty if the file can be used. */
  public static List<String> problemsOfUsers(Path file) {
    return problems(file, Htpasswd::of);
  }

  /** Problems of a file of tokens, one sentence each; empty if the file can be used. */
  public static List<String> problemsOfTokens(Path file) {
    return problems(file, TokenFile::of);
  }

  private static <T> List<String> problems(Path file, FileContent<T> content) {
    try {
      new WatchedFile<>(file, content);
      return List.of();
    } catch (SecurityFileException e) {
      return e.problems();
    }
  }

  /**
   * Reads the files and starts watching them.
   *
   * @param options with at least one authentication method
   * @param threads creates the threads; {@link #close} stops them
   * @throws SecurityFileException if a file cannot be used
   */
  public static Authenticator start(AuthenticationOptions options, ThreadFactory threads)
      throws SecurityFileException {
    return new Authenticator(options, threads);
  }

  private OidcAuthentication oidc(OidcOptions provider, ThreadFactory threads) {
    // Separate workers (bulkhead): password verification never waits for the provider.
    return new OidcAuthentication(
        provider,
        new OidcKeys(
            provider, new SmallDocuments(provider.timeout(), background.executor()), threads),
        options.remember(),
        attempts,
        new Workers(options.workers(), options.waiting(), threads),
        InstantSource.system());
  }

  private void watch(@Nullable WatchedFile<?> file) {
    if (file != null) {
      background.add(file::check);
    }
  }

  @Override
  public CompletableFuture<Caller> authenticate(Credentials shown) {
    if (shown.authorization().isPresent()) {
      return byHeader(shown.authorization().get(), shown.address());
    }
    return options
        .certificates()
        .filter(kind -> shown.certificate().isPresent())
        .map(kind -> byCertificate(kind, shown.certificate().get()))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(Caller.anonymous(options.rules().ofAnonymous())));
  }

  private CompletableFuture<Caller> byHeader(String header, String address) {
    int blank = header.indexOf(' ');
    String scheme = blank < 0 ? header : header.substring(0, blank);
    String given = blank < 0 ? "" : header.substring(blank + 1).strip();
    String known = scheme.toLowerCase(Locale.ROOT);
    if (known.equals("basic") && passwords != null) {
      return passwords.authenticate(given, address).thenApply(found -> caller(found, How.BASIC));
    }
    if (known.equals("bearer") && (tokens != null || oidc != null)) {
      return byToken(given, address);
    }
    // The message omits the scheme: without a scheme, the value is a credential.
    return refused(
        "The scheme of Authorization is not accepted; WWW-Authenticate lists the accepted ones.");
  }

  private CompletableFuture<Caller> byToken(String token, String address) {
    Optional<String> name = tokens == null ? Optional.empty() : tokens.current().name(token);
    if (name.isPresent()) {
      return CompletableFuture.completedFuture(
          caller(new Identity(name.get(), Set.of()), How.TOKEN));
    }
    if (oidc != null) {
      return oidc.authenticate(token, address).thenApply(found -> caller(found, How.OIDC));
    }
    // Tokens cannot be guessed; the lockout stops clients that repeat a withdrawn token.
    return attempts.counted(
        List.of(address, token.hashCode()), () -> refused("The token is not known."));
  }

  private CompletableFuture<Caller> byCertificate(CertificateName kind, X509Certificate shown) {
    Optional<String> name = kind.of(shown);
    if (name.isEmpty()) {
      return refused("The client certificate has no name (" + kind.label() + ").");
    }
    try {
      return CompletableFuture.completedFuture(
          caller(Identity.of(name.get(), Set.of()), How.CERTIFICATE));
    } catch (AuthenticationException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Caller caller(Identity identity, How how) {
    return new Caller(identity.name(), how, options.rules().of(identity.name(), identity.roles()));
  }

  private static <T> CompletableFuture<T> refused(String sentence) {
    return CompletableFuture.failedFuture(AuthenticationException.refused(sentence));
  }

  @Override
  public List<String> challenges() {
    List<String> challenges = new ArrayList<>();
    if (passwords != null) {
      challenges.add("Basic" + REALM + ", charset=\"UTF-8\"");
    }
    if (tokens != null || oidc != null) {
      challenges.add("Bearer" + REALM);
    }
    if (challenges.isEmpty()) {
      // A 401 must name a scheme; no scheme is registered for certificates.
      challenges.add("Certificate" + REALM);
    }
    return challenges;
  }

  @Override
  public void close() {
    background.close();
    workers.close();
    if (oidc != null) {
      oidc.close();
    }
  }
}
