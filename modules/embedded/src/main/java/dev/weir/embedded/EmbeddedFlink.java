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
 * <p>None of its classes meets the server's: it runs in a class loader that sees only the JDK, with
 * jars that are nested in our own, or in an add-on's, and are copied to the work directory for as
 * long as it runs. Its logs, and what jobs print, go to files there and not to the console.
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
   * Starts a cluster and returns when its TaskManagers are there, after three seconds or so.
   *
   * <p>From then on {@link System#out} and {@link System#err} are ours, and what threads of Flink
   * print there goes to its files.
   *
   * @throws EmbeddedFlinkException if it does not start, for example because the jar of that series
   *     is not there; nothing is left behind but its log
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

  /** How many TaskManagers there are. */
  public int taskManagers() {
    return options.taskManagers();
  }

  /** How many task slots all TaskManagers have together. */
  public int slots() {
    return options.taskManagers() * options.slotsPerTaskManager();
  }

  /** What the operator should know about this Java: a sentence each, with a recommended action. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Stops the cluster with its jobs, which are not cancelled first, within the deadline; waits for
   * Flink's last threads, which takes three seconds or so and five at most, unless the JVM goes
   * down; gives back the streams; deletes the jars and the temporary files. May be called again and
   * from a shutdown hook. What goes wrong is logged.
   */
  @Override
  public void close() {
    try {
      parts.close();
    } catch (TimeoutException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The embedded Flink did not stop within {0}; its threads go on until this JVM ends",
          options.shutdownDeadline());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(System.Logger.Level.WARNING, "Interrupted while the embedded Flink was stopping");
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "The embedded Flink did not stop cleanly", e);
    }
  }
}
