package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has the container find out who sends a request, in whichever way it is set up for. */
final class ContainerLogin extends HttpServlet {
  private static final long serialVersionUID = 1;

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
    // Where it is not true, the container has asked for credentials.
    if (isPreflight(request)
        || request.getUserPrincipal() != null
        || request.authenticate(response)) {
      target.service(request, response);
    }
  }

  /** A browser's question whether a page may ask, which by its standard shows no credentials. */
  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  @Override
  public void destroy() {
    target.destroy();
  }
}
