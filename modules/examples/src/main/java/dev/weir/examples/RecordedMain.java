// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A program whose {@code main} writes down that it runs, takes its time, starts a short job, and
 * fails.
 *
 * <ul>
 *   <li>{@code --record FILE}: the file that the line {@code main} is added to
 *   <li>{@code --millis N}: how long it takes before it goes on, 0 unless given
 *   <li>{@code --job NAME}: the name of the job; none is started unless given
 *   <li>{@code --fail TEXT}: the message of what is thrown at last; nothing is unless given
 * </ul>
 */
public final class RecordedMain {

  private RecordedMain() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args, "record", "millis", "job", "fail");
    Files.writeString(
        Path.of(arguments.get("record", "")),
        "main\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    TimeUnit.MILLISECONDS.sleep(arguments.getLong("millis", 0));
    String job = arguments.get("job", "");
    if (!job.isEmpty()) {
      StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
      Nowhere.after(Numbers.from(env, 1, 1));
      env.execute(job);
    }
    String text = arguments.get("fail", "");
    if (!text.isEmpty()) {
      throw new IllegalStateException(text);
    }
  }
}
