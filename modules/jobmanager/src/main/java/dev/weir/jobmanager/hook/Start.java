// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager.hook;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads Weir and runs it, on a thread that neither holds up the JobManager nor outlives it. */
final class Start implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.weir.jobmanager");
  private static final String SERVER = "dev.weir.jobmanager.HostedServer";
  private static final double NEEDED_JAVA = 17;

  private final Configuration configuration;

  private Start(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Returns at once. */
  static void begin(Configuration configuration) {
    String java = System.getProperty("java.specification.version", "0");
    if (Double.parseDouble(java) < NEEDED_JAVA) {
      LOG.warn(
          "Weir does not start: it needs Java 17, and this JobManager runs on Java {}. The JobManager"
              + " is not affected.",
          java);
      return;
    }
    Threads threads = new Threads();
    Thread thread = new Thread(threads, new Start(configuration), "weir-start");
    threads.server.set(thread);
    thread.setDaemon(true);
    thread.setContextClassLoader(Start.class.getClassLoader());
    thread.start();
  }

  @Override
  public void run() {
    try {
      server().accept(configuration);
    } catch (ReflectiveOperationException | RuntimeException | Error e) {
      tell(e);
    }
  }

  /** By reflection: it is compiled for a later Java than this class. */
  @SuppressWarnings("unchecked")
  private static Consumer<Configuration> server() throws ReflectiveOperationException {
    return Class.forName(SERVER).asSubclass(Consumer.class).getDeclaredConstructor().newInstance();
  }

  /** Logs a failure on one line. */
  static void tell(Throwable thrown) {
    try {
      LOG.warn("Weir has failed: {}. The JobManager is not affected.", thrown.toString());
      LOG.debug("Cause", thrown);
    } catch (RuntimeException | Error e) {
      // There is no way left to say it.
      return;
    }
  }

  /**
   * All threads of Weir: a thread belongs to the group of the thread that made it. Flink may be
   * configured to end the process when a thread fails ({@code
   * cluster.uncaught-exception-handling}); it sees none of these. One that is out of memory ends
   * Weir.
   */
  private static final class Threads extends ThreadGroup {
    private final AtomicReference<Thread> server = new AtomicReference<>();

    Threads() {
      super("weir");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      tell(thrown);
      Thread running = server.get();
      if (thrown instanceof OutOfMemoryError && running != null) {
        running.interrupt();
      }
    }
  }
}
