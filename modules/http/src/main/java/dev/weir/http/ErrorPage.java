// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.limits.ClientAddress;
import dev.weir.http.limits.Refusal;
import dev.weir.model.Problem;
import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.resources.wire.JsonFilter;
import dev.weir.resources.wire.V1Path;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes errors of Grizzly as problems (RFC 9457), like those of the API; as errors of Flink where
 * Flink's own API was asked.
 */
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
    Problem problem =
        Refusal.sent(request)
            .orElseGet(
                () ->
                    Problem.ofStatus(
                        status,
                        HttpStatus.getHttpStatus(status).getReasonPhrase(),
                        "The request cannot be understood."));
    boolean ofFlink = V1Path.contains(request.getRequestURI());
    request
        .getResponse()
        .setContentType(
            ofFlink ? JsonFilter.JSON.toString() : "application/problem+json;charset=UTF-8");
    return new String(
        ofFlink
            ? V1Path.error(problem.detail())
            : Json.bytes(problem.below(ClientAddress.prefix(request, proxies))),
        StandardCharsets.UTF_8);
  }
}
