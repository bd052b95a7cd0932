// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.security.Permission;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps what runs in an engine from ending the process: a job that calls {@link System#exit}, and
 * Flink itself, which does so when one of its threads fails in a way that it did not expect.
 *
 * <p>It is a security manager, for as long as Java has them: Java 17 takes one at any time and
 * prints a warning, Java 18 to 23 only if started with {@code -Djava.security.manager=allow}, Java
 * 24 none (JEP 411, JEP 486). Flink has one, too ({@code cluster.intercept-user-system-exit}), but
 * that one guards only the threads of tasks, and not against Flink.
 */
@SuppressWarnings("removal")
final class ExitGuard extends SecurityManager {

  private static final System.Logger LOG = System.getLogger(ExitGuard.class.getName());

  private ExitGuard() {}

  /**
   * Installs the guard, unless there is one. It stays: a thread that outlives its engine is just
   * the one to be guarded against, and it refers to no engine.
   *
   * @return one sentence with a recommended action, if this Java takes no guard
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
          "Flink or one of its jobs wanted to end this process with status {0}; it goes on",
          status);
      throw new SecurityException(
          "System.exit(" + status + ") is refused: this process is not the job's alone");
    }
  }

  @Override
  public void checkPermission(Permission permission) {
    // Flink removes the security manager before it exits on its own account.
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
