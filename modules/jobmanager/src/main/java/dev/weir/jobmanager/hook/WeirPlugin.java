// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager.hook;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;

/**
 * Starts Weir in a JobManager. Flink loads file systems from its plugins in every process, and
 * hands each its configuration; this one has no files.
 *
 * <p>An exception of a file system's configuration stops Flink, so {@link #configure} throws none,
 * and waits for nothing.
 */
public final class WeirPlugin implements FileSystemFactory {
  /** Only JobManagers have it on their stack: session and application clusters of every kind. */
  private static final String JOB_MANAGER = "org.apache.flink.runtime.entrypoint.ClusterEntrypoint";

  /** Flink may configure its file systems several times. */
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  /** For Flink, which creates it by reflection. */
  public WeirPlugin() {}

  @Override
  public String getScheme() {
    return "weir";
  }

  /** Starts Weir on a thread of its own if this process is a JobManager. */
  @Override
  public void configure(Configuration configuration) {
    try {
      if (isInJobManager() && isEnabled(configuration) && STARTED.compareAndSet(false, true)) {
        Start.begin(new Configuration(configuration));
      }
    } catch (RuntimeException | Error e) {
      Start.tell(e);
    }
  }

  private static boolean isEnabled(Configuration configuration) {
    return !"false".equalsIgnoreCase(configuration.toMap().get("weir.enabled"));
  }

  /** Not by {@code StackWalker}, which Java 8 lacks. */
  private static boolean isInJobManager() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals(JOB_MANAGER)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public FileSystem create(URI path) throws IOException {
    throw new UnsupportedFileSystemSchemeException(
        "weir is no file system: this plugin serves Flink's monitoring API.");
  }
}
