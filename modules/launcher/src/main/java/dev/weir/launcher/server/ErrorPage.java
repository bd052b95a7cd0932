package dev.weir.launcher.server;

import dev.weir.model.Printable;
import dev.weir.model.Problem;
import dev.weir.monitor.Json;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Problems that end before a resource is found, in the form of all the others. */
final class ErrorPage implements ErrorPageGenerator {
  @Override
  public String generate(
      Request request,
      int status,
      String reasonPhrase,
      String description,
      @Nullable Throwable exception) {
    request.getResponse().setContentType("application/problem+json");
    String sentence = status == 503 ? description : "The request cannot be understood as HTTP.";
    Problem problem =
        new Problem("about:blank", Printable.of(reasonPhrase), status, sentence, sentence, null);
    return new String(Json.bytes(problem), StandardCharsets.UTF_8);
  }
}
