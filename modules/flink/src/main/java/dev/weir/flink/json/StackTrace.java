// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import dev.weir.model.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an error of Flink's, which is a sentence or a whole stack trace.
 *
 * <p>What was thrown, with its message, is in its first line, and Flink writes that. Whatever
 * follows {@code Caused by:}, and the other lines of a message, may be a program's.
 *
 * @param start first line, without what Flink puts before a trace
 * @param chain what was thrown and its causes, as many as are looked at; empty for a sentence
 */
record StackTrace(String start, List<Thrown> chain) {
  private static final List<String> BEFORE =
      List.of("Internal server error.", "<Exception on server side:");
  private static final String CAUSE = "Caused by: ";
  private static final Set<String> WRAPPERS =
      Set.of("CompletionException", "ExecutionException", "SerializedThrowable");

  /** What Flink's handlers say of what they have not found; a program has no part in that. */
  private static final Map<Pattern, ProblemKind> MISSING =
      Map.of(
          Pattern.compile("Job \\S+ not found|Could not find Flink job "),
          ProblemKind.UNKNOWN_JOB,
          Pattern.compile(
              "JobVertex \\S+ not found|No vertex with ID '|There is no checkpoint statistics for task "),
          ProblemKind.UNKNOWN_VERTEX,
          Pattern.compile("Invalid subtask index for vertex "),
          ProblemKind.UNKNOWN_SUBTASK,
          Pattern.compile("Attempt \\S+ not found in subtask |Invalid attempt num "),
          ProblemKind.UNKNOWN_ATTEMPT,
          Pattern.compile("Could not find checkpointing statistics for checkpoint "),
          ProblemKind.UNKNOWN_CHECKPOINT,
          Pattern.compile("Could not find TaskExecutor |No TaskExecutor registered under "),
          ProblemKind.UNKNOWN_TASK_MANAGER);

  private static final Map<String, ProblemKind> MISSING_BY_CLASS =
      Map.of(
          "FlinkJobNotFoundException",
          ProblemKind.UNKNOWN_JOB,
          "UnknownTaskExecutorException",
          ProblemKind.UNKNOWN_TASK_MANAGER);

  /** What of a text and of one of its lines is looked at, in characters. */
  private static final int LONGEST_TEXT = 1 << 18;

  private static final int LONGEST_LINE = 4000;
  private static final int LONGEST_NAME = 300;

  /**
   * One of a chain.
   *
   * @param name full name of the class
   * @param message its message, the first line of it
   */
  record Thrown(String name, String message) {
    boolean is(String simpleName) {
      return name.endsWith("." + simpleName);
    }

    boolean isSentence() {
      return message.contains(" ");
    }

    /** A wrapper's message is often the wrapped exception, class and all. */
    Thrown unwrapped() {
      Thrown inner = this;
      for (Thrown next = thrown(message); next != null && !next.message().isEmpty(); ) {
        inner = next;
        next = thrown(inner.message());
      }
      return inner;
    }
  }

  static StackTrace of(String text) {
    List<String> lines =
        text.substring(0, Math.min(text.length(), LONGEST_TEXT))
            .lines()
            .filter(line -> !BEFORE.contains(line))
            .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
            .toList();
    String start = lines.isEmpty() ? "" : lines.get(0);
    List<Thrown> chain = new ArrayList<>();
    for (String line : lines) {
      Thrown thrown =
          line.startsWith(CAUSE)
              ? thrown(line.substring(CAUSE.length()))
              : chain.isEmpty() ? thrown(line) : null;
      if (thrown != null) {
        chain.add(thrown);
      }
    }
    return new StackTrace(start, List.copyOf(chain));
  }

  /** What a line begins with if that is the name of a class with its package, or null. */
  private static @Nullable Thrown thrown(String line) {
    int end = 0;
    int packages = 0;
    while (end < line.length()
        && end <= LONGEST_NAME
        && (Character.isJavaIdentifierPart(line.charAt(end)) || line.charAt(end) == '.')) {
      packages += line.charAt(end) == '.' ? 1 : 0;
      end++;
    }
    if (packages == 0 || line.charAt(end - 1) == '.' || line.charAt(0) == '.') {
      return null;
    }
    if (end == line.length()) {
      return new Thrown(line, "");
    }
    return line.startsWith(": ", end)
        ? new Thrown(line.substring(0, end), line.substring(end + 2))
        : null;
  }

  /** What Flink threw, out of the wrappers that futures put around it; null for a sentence. */
  private @Nullable Thrown outermost() {
    Thrown outermost = thrown(start);
    while (outermost != null && WRAPPERS.contains(simpleName(outermost))) {
      Thrown inner = thrown(outermost.message());
      if (inner == null) {
        return outermost;
      }
      outermost = inner;
    }
    return outermost;
  }

  private static String simpleName(Thrown thrown) {
    return thrown.name().substring(thrown.name().lastIndexOf('.') + 1);
  }

  /** The class of what Flink threw, without its package; empty for a sentence. */
  String thrown() {
    @Nullable Thrown outermost = outermost();
    return outermost == null ? "" : simpleName(outermost);
  }

  /** Whether a handler has found no jar of that name, and so has done nothing. */
  boolean saysThatThereIsNoJar() {
    @Nullable Thrown outermost = outermost();
    return outermost != null
        && outermost.is("RestHandlerException")
        && (outermost.message().startsWith("Jar file ") || outermost.message().startsWith("File "))
        && outermost.message().contains(" does not exist");
  }

  /** What a handler has not found; the general kind if that is not known. */
  ProblemKind missing() {
    @Nullable Thrown outermost = outermost();
    String sentence = outermost == null ? start : outermost.message();
    return MISSING.entrySet().stream()
        .filter(one -> one.getKey().matcher(sentence).lookingAt())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> MISSING_BY_CLASS.getOrDefault(thrown(), ProblemKind.NOT_AVAILABLE));
  }

  /** Whether a handler has not understood the body of a request, and so has done nothing. */
  boolean saysThatTheFormatIsOther() {
    @Nullable Thrown outermost = outermost();
    return outermost != null
        && outermost.is("RestHandlerException")
        && outermost.message().startsWith("Request did not match expected format ");
  }

  /** Whether a task manager has no such log. */
  boolean saysThatThereIsNoFile() {
    @Nullable Thrown outermost = outermost();
    return outermost != null
        && outermost.message().startsWith("Failed to transfer file from TaskExecutor ")
        && chain.stream()
            .anyMatch(
                cause ->
                    cause.unwrapped().message().startsWith("The file ")
                        && cause.message().contains(" is not available on the TaskExecutor"));
  }

  /**
   * What says most. Where a handler has refused something it said why; what it did not expect is
   * wrapped several times over, and there the innermost cause that is a sentence does.
   */
  String mostTelling() {
    if (chain.isEmpty()) {
      return start;
    }
    Thrown outermost = chain.get(0).unwrapped();
    if (saysWhyItRefused(outermost)) {
      return outermost.message();
    }
    for (int i = chain.size() - 1; i > 0; i--) {
      Thrown cause = chain.get(i).unwrapped();
      if (cause.isSentence()) {
        return cause.message();
      }
    }
    return outermost.message().isEmpty() ? outermost.name() : outermost.message();
  }

  private static boolean saysWhyItRefused(Thrown outermost) {
    return (outermost.is("RestHandlerException") || outermost.is("NotFoundException"))
        && !outermost.message().startsWith("Could not execute ")
        && !outermost.message().startsWith("Could not run ");
  }
}
