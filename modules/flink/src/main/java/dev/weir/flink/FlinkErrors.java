package dev.weir.flink;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.flink.ClusterException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one sentence out of Flink's errors, which are whole stack traces.
 *
 * <p>Flink's {@code RestHandlerException} carries the sentence in its first line. What it did not
 * expect it wraps several times over; there the innermost cause says most. Paths of the server are
 * cut down to their last name.
 */
final class FlinkErrors {
  private static final Pattern THROWN =
      Pattern.compile("^(?:Caused by: )?((?:[\\w$]+\\.)+[\\w$]+)(?:: (.+))?$", Pattern.MULTILINE);
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w:/.])(?:file:)?/+(?:[^\\s/'\",;()\\[\\]]+/)+([^\\s/'\",;:()\\[\\]]+)");
  private static final List<String> WRAPPERS =
      List.of(
          "CompletionException",
          "ExecutionException",
          "FlinkRuntimeException",
          "FlinkException",
          "ProgramInvocationException",
          "JobSubmissionException",
          "JobInitializationException",
          "JobExecutionException",
          "RuntimeException");
  private static final int LONGEST = 400;

  private FlinkErrors() {}

  private record ErrorResponse(List<String> errors) {}

  private record Thrown(String className, String message) {
    String simpleName() {
      return className.substring(className.lastIndexOf('.') + 1);
    }

    boolean wraps() {
      return WRAPPERS.contains(simpleName()) || message.startsWith(className);
    }
  }

  /** What Flink's answer with an error status means. */
  static ClusterException of(ObjectMapper json, int status, byte[] body) {
    String text = text(json, body);
    return new ClusterException(reason(status, text), sentence(text, status));
  }

  private static String text(ObjectMapper json, byte[] body) {
    try {
      ErrorResponse response = json.readValue(body, ErrorResponse.class);
      return response == null || response.errors() == null
          ? ""
          : String.join("\n", response.errors().stream().filter(Objects::nonNull).toList());
    } catch (JacksonException e) {
      return "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reason reason(int status, String text) {
    if (text.contains("UnknownTaskExecutorException")) {
      return Reason.NOT_FOUND;
    }
    return switch (status) {
      case 400 -> Reason.INVALID;
      case 404 -> Reason.NOT_FOUND;
      case 409 -> Reason.CONFLICT;
      case 413 -> Reason.TOO_LARGE;
      case 408, 504 -> Reason.NO_ANSWER_IN_TIME;
      case 503 -> Reason.UNREACHABLE;
      default -> Reason.UNEXPECTED_ANSWER;
    };
  }

  /** The sentence in a text that may be a stack trace. */
  static String sentence(String text, int status) {
    List<Thrown> chain = new ArrayList<>();
    Matcher matcher = THROWN.matcher(text);
    while (matcher.find()) {
      chain.add(new Thrown(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)));
    }
    String found =
        chain.stream()
            .filter(thrown -> !thrown.wraps() && !thrown.message().isEmpty())
            .findFirst()
            .map(thrown -> said(thrown, chain))
            .orElseGet(() -> chain.isEmpty() ? firstLine(text) : last(chain));
    String clean = PATH.matcher(found).replaceAll("$1").strip();
    if (clean.isEmpty()) {
      return "Flink answered with status " + status + " and no reason.";
    }
    String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    return cut.endsWith(".") || cut.endsWith("...") ? cut : cut + ".";
  }

  /** A handler's own sentence, unless it says only that something inside it went wrong. */
  private static String said(Thrown thrown, List<Thrown> chain) {
    boolean vague =
        thrown.simpleName().equals("RestHandlerException")
            && (thrown.message().startsWith("Could not execute application")
                || thrown.message().startsWith("Could not run"));
    return vague ? last(chain) : thrown.message();
  }

  private static String last(List<Thrown> chain) {
    Thrown innermost = chain.get(chain.size() - 1);
    return innermost.message().isEmpty() ? innermost.simpleName() : innermost.message();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
