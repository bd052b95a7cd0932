// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program that reports like the server: it says where it listens, and ends when it is told to.
 */
public final class ReportingProgram {
  private ReportingProgram() {}

  /** Reports its arguments, a property and a variable; ends at once with {@code --fail}. */
  public static void main(String[] args) throws InterruptedException {
    List<String> arguments = Arrays.asList(args);
    System.out.println("arguments " + arguments);
    System.err.println("property " + System.getProperty("weir.test"));
    System.out.println("variable " + System.getenv("WEIR_TEST"));
    if (arguments.contains("--fail")) {
      System.exit(3);
    }
    System.out.println("Flink is at http://127.0.0.1:40001");
    System.out.println("  Listening on  http://127.0.0.1:12345");
    boolean told =
        new CountDownLatch(1).await(Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS);
    System.out.println(told);
  }
}
