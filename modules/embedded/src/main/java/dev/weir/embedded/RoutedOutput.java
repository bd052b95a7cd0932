// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Routes {@link System#out} and {@link System#err} while Flink runs here. Output of jobs goes to
 * {@code taskmanager.out}. Output of their main methods and of Flink itself goes to {@code
 * jobmanager.out}. All other output goes where it went before.
 *
 * <p>Separate Flink processes have a standard output each. Within one process, only the thread
 * tells the source.
 */
final class RoutedOutput implements AutoCloseable {

  private static final long CAPACITY = 8 << 20;

  private final EngineClassLoader engine;
  private final BoundedFile jobManager;
  private final BoundedFile taskManager;
  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;
  private final PrintStream out;
  private final PrintStream err;

  private RoutedOutput(EngineClassLoader engine, BoundedFile jobManager, BoundedFile taskManager) {
    this.engine = engine;
    this.jobManager = jobManager;
    this.taskManager = taskManager;
    this.out = routed(outBefore, "stdout.encoding");
    this.err = routed(errBefore, "stderr.encoding");
  }

  /** Starts routing; both files exist in the directory when this returns. */
  static RoutedOutput install(EngineClassLoader engine, Path directory) throws IOException {
    BoundedFile jobManager = new BoundedFile(directory.resolve("jobmanager.out"), CAPACITY);
    BoundedFile taskManager = new BoundedFile(directory.resolve("taskmanager.out"), CAPACITY);
    RoutedOutput output = new RoutedOutput(engine, jobManager, taskManager);
    System.setOut(output.out);
    System.setErr(output.err);
    return output;
  }

  /** Restores the streams, unless other code has replaced ours in the meantime. */
  @Override
  public void close() throws IOException {
    if (System.out == out) {
      System.setOut(outBefore);
    }
    if (System.err == err) {
      System.setErr(errBefore);
    }
    try (jobManager) {
      taskManager.close();
    }
  }

  private OutputStream target(PrintStream before) {
    Thread thread = Thread.currentThread();
    EngineClassLoader owner = EngineThreads.engineOf(thread);
    boolean ofTask = EngineThreads.isOfTask(thread);
    if (owner == engine || (owner == null && ofTask)) {
      return ofTask ? taskManager : jobManager;
    }
    return before;
  }

  private PrintStream routed(PrintStream before, String encodingProperty) {
    // Text is encoded before its target is known, so the console's encoding is used.
    String encoding = System.getProperty(encodingProperty);
    Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
    return new PrintStream(new Route(before), true, charset);
  }

  /** The sink of one of the two streams; it chooses the target for each write. */
  private final class Route extends OutputStream {

    private final PrintStream before;

    Route(PrintStream before) {
      this.before = before;
    }

    @Override
    public void write(int b) throws IOException {
      target(before).write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target(before).write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      target(before).flush();
    }
  }
}
