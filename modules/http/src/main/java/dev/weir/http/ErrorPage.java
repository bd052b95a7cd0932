// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.limits.ClientAddress;
import dev.weir.http.limits.Refusal;
import dev.weir.model.Problem;
import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.proxy.TrustedProxies;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Writes errors of Grizzly as problems (RFC 9457), like those of the API. */
final class ErrorPage implements ErrorPageGenerator {
  private final TrustedProxies proxies;

  /** Behind those proxies. */
  ErrorPage(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public String generate(
      Request request,
      int status,
      String reasonPhrase,
      @Nullable String description,
      @Nullable Throwable exception) {
    request.getResponse().setContentType("application/problem+json;charset=UTF-8");
    Problem problem =
        Refusal.sent(request)
            .orElseGet(
                () ->
                    Problem.ofStatus(
                        status,
                        HttpStatus.getHttpStatus(status).getReasonPhrase(),
                        "The request cannot be understood."));
    return new String(
        Json.bytes(problem.below(ClientAddress.prefix(request, proxies))), StandardCharsets.UTF_8);
  }
}
