// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The only servlet that the container knows. It delegates to the server's servlet behind {@link
 * ServerClassLoader}, with that loader as the context class loader.
 */
public final class WeirServlet implements Servlet {
  private static final String SERVER = "dev.weir.webapp.server.ServerServlet";

  private @Nullable ServletConfig config;
  private @Nullable ServerClassLoader classes;
  private @Nullable Servlet server;

  @Override
  public void init(ServletConfig given) throws ServletException {
    config = given;
    try {
      ServerClassLoader loader = ServerClassLoader.open(given.getServletContext());
      classes = loader;
      Servlet made = (Servlet) loader.loadClass(SERVER).getConstructor().newInstance();
      server = made;
      within(loader, () -> made.init(given));
    } catch (IOException | ReflectiveOperationException e) {
      destroy();
      throw new ServletException("Weir cannot be unpacked", e);
    } catch (ServletException | RuntimeException e) {
      // A container does not call destroy on a servlet that failed to start.
      destroy();
      throw e;
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    Servlet target = requireNonNull(server);
    within(requireNonNull(classes), () -> target.service(request, response));
  }

  @Override
  public void destroy() {
    ServerClassLoader loader = classes;
    Servlet target = server;
    classes = null;
    server = null;
    if (loader == null) {
      return;
    }
    try (loader) {
      if (target != null) {
        within(loader, target::destroy);
      }
    } catch (IOException | ServletException e) {
      requireNonNull(config).getServletContext().log("Weir did not stop cleanly", e);
    }
  }

  @Override
  public @Nullable ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "Weir";
  }

  @FunctionalInterface
  private interface Call {
    void make() throws ServletException, IOException;
  }

  private static void within(ClassLoader loader, Call call) throws ServletException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      call.make();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
