package dev.weir.flink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a program is to be run.
 *
 * @param arguments of its main method
 * @param entryClass class of that method; null for the one that the jar names
 * @param parallelism default parallelism of the job; null for the cluster's
 * @param savepointPath what to restore the job from; null for nothing
 * @param allowNonRestoredState whether state without an operator in the job may be dropped
 */
public record ProgramOptions(
    List<String> arguments,
    @Nullable String entryClass,
    @Nullable Integer parallelism,
    @Nullable String savepointPath,
    boolean allowNonRestoredState) {
  /** What Flink is sent to run the program. */
  Map<String, Object> runBody() {
    Map<String, Object> body = planBody();
    body.put("allowNonRestoredState", allowNonRestoredState);
    if (savepointPath != null) {
      body.put("savepointPath", savepointPath);
    }
    return body;
  }

  /** What Flink is sent to plan it, which it accepts nothing else for. */
  Map<String, Object> planBody() {
    Map<String, Object> body = new HashMap<>();
    body.put("programArgsList", arguments);
    if (entryClass != null) {
      body.put("entryClass", entryClass);
    }
    if (parallelism != null) {
      body.put("parallelism", parallelism);
    }
    return body;
  }
}
