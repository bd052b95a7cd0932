// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Lets the container verify HTTP Basic credentials. It skips callers whom the container has already
 * authenticated. The API answers callers who stay unknown.
 *
 * <p>The WAR has no {@code login-config} for this. With one, Jetty does not start an application
 * without users, even if the application needs none.
 */
final class ContainerLogin extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String BASIC = "Basic ";

  private final transient Servlet target;

  ContainerLogin(Servlet target) {
    this.target = requireNonNull(target);
  }

  @Override
  public void init() throws ServletException {
    target.init(getServletConfig());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String credentials = request.getHeader("Authorization");
    if (request.getUserPrincipal() == null
        && credentials != null
        && credentials.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      logIn(request, credentials.substring(BASIC.length()).strip());
    }
    target.service(request, response);
  }

  private static void logIn(HttpServletRequest request, String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon >= 0) {
        request.login(pair.substring(0, colon), pair.substring(colon + 1));
      }
    } catch (IllegalArgumentException | ServletException e) {
      // Not Base64, or not a user of the container: the caller stays unknown.
    }
  }

  @Override
  public void destroy() {
    target.destroy();
  }
}
