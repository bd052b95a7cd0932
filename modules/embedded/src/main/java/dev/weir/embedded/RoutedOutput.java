// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * {@link System#out} and {@link System#err} for as long as Flink runs here: what jobs print goes to
 * {@code taskmanager.out}, what their main methods and Flink itself print goes to {@code
 * jobmanager.out}, and what anybody else prints goes where it went before.
 *
 * <p>In a Flink of several processes each has a standard output of its own; in one process only the
 * thread tells.
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

  /** Starts to route; the two files are in the directory when this returns. */
  static RoutedOutput install(EngineClassLoader engine, Path directory) throws IOException {
    BoundedFile jobManager = new BoundedFile(directory.resolve("jobmanager.out"), CAPACITY);
    BoundedFile taskManager = new BoundedFile(directory.resolve("taskmanager.out"), CAPACITY);
    RoutedOutput output = new RoutedOutput(engine, jobManager, taskManager);
    System.setOut(output.out);
    System.setErr(output.err);
    return output;
  }

  /** Gives the streams back, unless somebody has replaced ours in the meantime. */
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
    // The stream has encoded before it knows where it goes, so it does as the console's.
    String encoding = System.getProperty(encodingProperty);
    Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
    return new PrintStream(new Route(before), true, charset);
  }

  /** The end of one of the two streams, which asks for each write where it goes. */
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
