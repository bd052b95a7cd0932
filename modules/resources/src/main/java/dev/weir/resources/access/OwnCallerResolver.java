// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.security.Authentication;
import dev.weir.security.AuthenticationException;
import dev.weir.security.Caller;
import dev.weir.security.Credentials;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Callers by the server's own authentication. The standalone server authenticates a request before
 * Jersey sees it, without waiting; that outcome is used. Elsewhere the request's thread waits for
 * the outcome.
 */
public final class OwnCallerResolver implements CallerResolver {
  /**
   * Request property with the {@link Caller}, or with the exception that says why there is none.
   */
  public static final String OUTCOME = "dev.weir.caller";

  /** Where servlet containers put the certificate chain of the client. */
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final Authentication authentication;
  private final Duration deadline;

  /**
   * Creates the resolver.
   *
   * @param deadline how long the request's thread waits for the outcome
   */
  public OwnCallerResolver(Authentication authentication, Duration deadline) {
    this.authentication = authentication;
    this.deadline = deadline;
  }

  @Override
  public Caller of(ContainerRequestContext request) throws AuthenticationException {
    Object outcome = request.getProperty(OUTCOME);
    if (outcome instanceof Caller caller) {
      return caller;
    }
    if (outcome instanceof AuthenticationException refusal) {
      throw refusal;
    }
    if (outcome instanceof Throwable unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return awaited(authentication.authenticate(credentials(request)));
  }

  private static Credentials credentials(ContainerRequestContext request) {
    return new Credentials(
        Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION)),
        request.getProperty(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
            ? Optional.of(chain[0])
            : Optional.empty(),
        Objects.requireNonNullElse(ForwardedFilter.client(request), ""));
  }

  private Caller awaited(CompletableFuture<Caller> caller) throws AuthenticationException {
    try {
      return caller.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthenticationException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late();
    }
  }

  private AuthenticationException late() {
    return AuthenticationException.unavailable(
        "Who the caller is could not be found out within " + deadline.toSeconds() + " s.",
        Duration.ofSeconds(1));
  }

  @Override
  public List<String> challenges() {
    return authentication.challenges();
  }
}
