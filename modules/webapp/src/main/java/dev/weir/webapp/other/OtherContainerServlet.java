// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.other;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with 503 and one sentence, as plain text. */
final class OtherContainerServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final String sentence;

  OtherContainerServlet(String sentence) {
    this.sentence = requireNonNull(sentence);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().println(sentence);
  }
}
