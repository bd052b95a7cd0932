// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import static java.util.Objects.requireNonNull;

import dev.weir.server.settings.sources.SettingsSources.Rank;
import dev.weir.server.settings.sources.SettingsSources.Source;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingException;

/** Settings and threads that the container provides. */
// Only names in java:comp are looked up, which is the container's own; none comes from clients.
@SuppressWarnings("BanJNDI")
final class ContainerContext {
  private static final String ENTRIES = "java:comp/env";
  private static final String THREADS = "java:comp/DefaultManagedThreadFactory";
  private static final String MICROPROFILE = "META-INF/microprofile-config.properties";
  private static final String PREFIX = "weir.";

  private final ServletContext context;

  ContainerContext(ServletContext context) {
    this.context = requireNonNull(context);
  }

  /** The context path of the application, such as {@code /weir}; {@code /} for the root. */
  String path() {
    return context.getContextPath().isEmpty() ? "/" : context.getContextPath();
  }

  /** Settings of the application itself, and settings that rank just before the defaults. */
  List<Source> settings() {
    return List.of(
        new Source("entry in " + ENTRIES, Rank.OF_THE_APPLICATION, entries()),
        new Source("context parameter", Rank.OF_THE_APPLICATION, parameters()),
        new Source(MICROPROFILE, Rank.BEFORE_DEFAULTS, microProfile()));
  }

  private Map<String, String> entries() {
    return inTheApplication(
        () -> {
          Map<String, String> entries = new HashMap<>();
          try {
            InitialContext jndi = new InitialContext();
            for (NameClassPair entry : Collections.list(jndi.list(ENTRIES))) {
              if (entry.getName().startsWith(PREFIX)) {
                String name = entry.getName();
                entries.put(name, String.valueOf(jndi.lookup(ENTRIES + "/" + name)));
              }
            }
          } catch (NamingException e) {
            // A container without JNDI, or an application without entries.
          }
          return entries;
        });
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      parameters.put(name, context.getInitParameter(name));
    }
    return parameters;
  }

  private Map<String, String> microProfile() {
    Map<String, String> all = new HashMap<>();
    try {
      for (URL file : Collections.list(context.getClassLoader().getResources(MICROPROFILE))) {
        URLConnection connection = file.openConnection();
        // A cached connection would keep the WAR file open after undeployment.
        connection.setUseCaches(false);
        Properties properties = new Properties();
        try (InputStream in = connection.getInputStream()) {
          properties.load(in);
        }
        properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /**
   * Threads managed by the container, or plain ones if it manages none. Both have the server's
   * context class loader.
   */
  ThreadFactory threads() {
    ThreadFactory factory = inTheApplication(ContainerContext::lookUpThreads);
    ClassLoader classes = ContainerContext.class.getClassLoader();
    return task -> factory.newThread(() -> SharedThreads.within(classes, task));
  }

  private static ThreadFactory lookUpThreads() {
    try {
      return new InitialContext().lookup(THREADS) instanceof ThreadFactory managed
          ? managed
          : Thread::new;
    } catch (NamingException e) {
      return Thread::new;
    }
  }

  /** JNDI goes by the context class loader, and knows only the application's. */
  private <T> T inTheApplication(Supplier<T> lookup) {
    List<T> found = new ArrayList<>();
    SharedThreads.within(context.getClassLoader(), () -> found.add(lookup.get()));
    return found.get(0);
  }
}
