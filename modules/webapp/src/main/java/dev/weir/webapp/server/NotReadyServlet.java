// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import dev.weir.model.Problem;
import dev.weir.model.ProblemKind;
import dev.weir.monitor.snapshots.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers every request with 503 and one sentence; {@code /} shows it as an HTML page. */
final class NotReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Weir is not ready</title>
      <h1>Weir is not ready</h1>
      <p>%s</p>
      </html>
      """;

  private final String sentence;

  NotReadyServlet(String sentence) {
    this.sentence = requireNonNull(sentence);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Cache-Control", "no-store");
    if (isPage(request)) {
      response.setContentType("text/html;charset=UTF-8");
      response.setHeader("Content-Security-Policy", "default-src 'none'");
      response.getOutputStream().write(PAGE.formatted(sentence).getBytes(StandardCharsets.UTF_8));
    } else {
      response.setContentType("application/problem+json");
      response.getOutputStream().write(Json.bytes(problem(request)));
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.isEmpty() || path.equals("/");
  }

  private Problem problem(HttpServletRequest request) {
    return Problem.of(ProblemKind.SERVER_NOT_READY, sentence).below(request.getContextPath());
  }
}
