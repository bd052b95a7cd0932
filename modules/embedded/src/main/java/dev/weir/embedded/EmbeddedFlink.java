// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import static java.util.Objects.requireNonNull;

import dev.weir.model.FlinkSeries;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A Flink cluster in this process: a JobManager, TaskManagers, and its REST endpoint on a free port
 * of the loopback interface.
 *
 * <p>Flink's classes are isolated from the server's: its class loader sees only the JDK. Its jars
 * are nested in Weir's jar or in an add-on jar. They are copied to the work directory while Flink
 * runs. Logs and output of jobs go to files there, not to the console.
 */
public final class EmbeddedFlink implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EmbeddedFlink.class.getName());

  private final EmbeddedFlinkOptions options;
  private final CloseStack parts;
  private final URI address;
  private final String version;
  private final List<String> warnings;

  private EmbeddedFlink(
      EmbeddedFlinkOptions options, CloseStack parts, Engine engine, List<String> warnings) {
    this.options = options;
    this.parts = parts;
    this.address = URI.create(engine.fact("address"));
    this.version = engine.fact("version");
    this.warnings = warnings;
  }

  /**
   * Starts a cluster and waits for its TaskManagers, about three seconds.
   *
   * <p>It replaces {@link System#out} and {@link System#err}: output of Flink's threads then goes
   * to its files.
   *
   * @throws EmbeddedFlinkException if Flink does not start, for example because the jar of the
   *     series is missing. Only its log is left behind
   */
  public static EmbeddedFlink start(FlinkSeries series, EmbeddedFlinkOptions options)
      throws EmbeddedFlinkException {
    requireNonNull(options);
    CloseStack parts = new CloseStack();
    try {
      WorkDirectory directory = parts.add(WorkDirectory.open(options.workDirectory()));
      EngineClassLoader loader =
          parts.add(EngineClassLoader.over(NestedJars.extract(series, directory.lib())));
      parts.add(RoutedOutput.install(loader, directory.log()));
      List<String> warnings =
          Stream.of(ExitGuard.install(), OpenPackages.warning(loader))
              .flatMap(Optional::stream)
              .toList();
      parts.add(() -> EngineThreads.awaitEnd(loader));
      parts.add(() -> ShutdownHooks.remove(loader));
      Engine engine = parts.add(Engine.start(loader, directory.forFlink(), options));
      ShutdownHooks.remove(loader);
      return new EmbeddedFlink(options, parts, engine, warnings);
    } catch (Exception e) {
      throw failure(options, parts, e);
    }
  }

  private static EmbeddedFlinkException failure(
      EmbeddedFlinkOptions options, CloseStack parts, Exception cause) {
    try {
      parts.close();
    } catch (Exception e) {
      cause.addSuppressed(e);
    }
    return cause instanceof EmbeddedFlinkException known
        ? known
        : new EmbeddedFlinkException(
            "The embedded Flink did not start in " + options.workDirectory(), cause);
  }

  /** The root of the cluster's REST API, such as {@code http://127.0.0.1:39217}. */
  public URI address() {
    return address;
  }

  /** The version of Flink, such as {@code 2.3.0}. */
  public String version() {
    return version;
  }

  /** The number of TaskManagers. */
  public int taskManagers() {
    return options.taskManagers();
  }

  /** The number of task slots of all TaskManagers together. */
  public int slots() {
    return options.taskManagers() * options.slotsPerTaskManager();
  }

  /** Warnings about this Java for the operator, each with a recommended action. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Stops the cluster within the deadline, without cancelling its jobs first. Then waits for
   * Flink's last threads, about three and at most five seconds, unless the JVM is shutting down.
   * Finally restores the streams and deletes the jars and temporary files.
   *
   * <p>May be called repeatedly and from a shutdown hook. Failures are logged.
   */
  @Override
  public void close() {
    try {
      parts.close();
    } catch (TimeoutException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The embedded Flink did not stop within {0}; its threads run until this JVM ends",
          options.shutdownDeadline());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(System.Logger.Level.WARNING, "Interrupted while the embedded Flink was stopping");
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "The embedded Flink did not stop cleanly", e);
    }
  }
}
