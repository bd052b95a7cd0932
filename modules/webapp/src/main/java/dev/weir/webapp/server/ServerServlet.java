// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.sources.SettingsException;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Serves Weir's API. If the settings are not valid, it answers with an explanation. */
public final class ServerServlet implements Servlet {
  private static final Logger LOG = System.getLogger(ServerServlet.class.getName());
  private static final String SEE_THE_LOG =
      "Weir is not ready: its settings are invalid. The container's log names the problem.";

  private @Nullable QuietLoggers quiet;
  private @Nullable ServletConfig config;
  private @Nullable WatchingServer server;
  private @Nullable Servlet target;

  @Override
  public void init(ServletConfig given) throws ServletException {
    config = given;
    // Tomcat keeps loggers per class loader, and uses the context class loader.
    quiet = new QuietLoggers();
    Servlet made = started(given);
    made.init(given);
    target = made;
  }

  private Servlet started(ServletConfig given) {
    SharedThreads.prepare();
    ContainerContext context = new ContainerContext(given.getServletContext());
    try {
      WatchingServer started = WatchingServer.start(context);
      server = started;
      LOG.log(Level.INFO, "Weir is ready at " + context.path() + ". " + started.describe());
      started.remarks().forEach(remark -> LOG.log(Level.WARNING, remark));
      return started.servlet();
    } catch (NotConfiguredException e) {
      LOG.log(Level.WARNING, "Weir is not ready: " + e.getMessage());
      return new NotReadyServlet("Weir is not ready: " + e.getMessage());
    } catch (SettingsException | StartFailure e) {
      // Not for clients: the message may name files of this machine.
      LOG.log(Level.ERROR, "Weir is not ready: " + e.getMessage());
      return new NotReadyServlet(SEE_THE_LOG);
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    request.setAttribute(ForwardedFilter.PEER, request.getRemoteAddr());
    requireNonNull(target).service(WithoutContentType.ifMalformed(request), response);
  }

  @Override
  public void destroy() {
    if (server != null) {
      server.close();
    }
    if (target != null) {
      target.destroy();
    }
    SharedThreads.endAllOf(ServerServlet.class.getClassLoader());
    RecordMethods.forget();
    if (quiet != null) {
      quiet.close();
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
}
