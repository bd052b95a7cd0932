// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.security.Permission;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps jobs and Flink from ending the process. Jobs may call {@link System#exit}; Flink does so
 * when one of its threads fails unexpectedly.
 *
 * <p>The guard is a security manager. Java 17 accepts one at any time and prints a warning. Java 18
 * to 23 accept one only with {@code -Djava.security.manager=allow}; Java 24 accepts none (JEP 411,
 * JEP 486). Flink's own guard ({@code cluster.intercept-user-system-exit}) covers only the threads
 * of tasks, and not calls by Flink.
 */
@SuppressWarnings("removal")
final class ExitGuard extends SecurityManager {

  private static final System.Logger LOG = System.getLogger(ExitGuard.class.getName());

  private ExitGuard() {}

  /**
   * Installs the guard, unless a security manager is present. The guard stays installed, because
   * threads that outlive their engine are the ones to guard against. It refers to no engine.
   *
   * @return a warning with a recommended action, if the guard cannot be installed
   */
  static Optional<String> install() {
    SecurityManager present = System.getSecurityManager();
    if (present != null) {
      return present instanceof ExitGuard
          ? Optional.empty()
          : Optional.of(warning(Runtime.version().feature()));
    }
    try {
      System.setSecurityManager(new ExitGuard());
      return Optional.empty();
    } catch (UnsupportedOperationException e) {
      return Optional.of(warning(Runtime.version().feature()));
    }
  }

  static String warning(int javaVersion) {
    return "A job that calls System.exit ends this server, because Java "
        + javaVersion
        + " does not let us prevent it. Recommended action: "
        + (javaVersion < 24
            ? "start Java with -Djava.security.manager=allow."
            : "run jobs that may do so on a remote cluster, or this server on Java 17.");
  }

  @Override
  public void checkExit(int status) {
    if (isInEngine()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Flink or one of its jobs tried to end this process with status {0}; the process goes on",
          status);
      throw new SecurityException(
          "System.exit(" + status + ") is refused: this process is not the job's alone");
    }
  }

  @Override
  public void checkPermission(Permission permission) {
    // Flink removes the security manager before it calls exit itself.
    if ("setSecurityManager".equals(permission.getName()) && isInEngine()) {
      throw new SecurityException("Only the server decides about its process");
    }
  }

  @Override
  public void checkPermission(Permission permission, Object context) {
    checkPermission(permission);
  }

  private boolean isInEngine() {
    return EngineThreads.engineOf(Thread.currentThread()) != null
        || Stream.of(getClassContext())
            .anyMatch(caller -> EngineClassLoader.behind(caller.getClassLoader()) != null);
  }
}
