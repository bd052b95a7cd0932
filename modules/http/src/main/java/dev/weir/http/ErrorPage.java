// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.model.Printable;
import dev.weir.model.Problem;
import dev.weir.monitor.snapshots.Json;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Writes errors of Grizzly as problems (RFC 9457), like those of the API. */
final class ErrorPage implements ErrorPageGenerator {
  @Override
  public String generate(
      Request request,
      int status,
      String reasonPhrase,
      @Nullable String description,
      @Nullable Throwable exception) {
    request.getResponse().setContentType("application/problem+json;charset=UTF-8");
    String title = HttpStatus.getHttpStatus(status).getReasonPhrase();
    // Handlers of Weir pass their sentence as the reason phrase.
    boolean said = exception == null && !title.equals(reasonPhrase);
    String sentence = said ? Printable.of(reasonPhrase) : "The request cannot be understood.";
    Problem problem = Problem.of(status, title, sentence, null);
    return new String(Json.bytes(problem), StandardCharsets.UTF_8);
  }
}
