package dev.weir.flink;

import com.fasterxml.jackson.core.JacksonException;
import dev.weir.flink.ClusterException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a reason and one sentence out of Flink's errors, which are whole stack traces.
 *
 * <p>Where a handler of Flink's has refused something it said why in the first line. What it did
 * not expect is wrapped several times over; there the innermost cause that is a sentence says most.
 * Paths of the server are cut down to their last name.
 */
final class FlinkErrors {
  private static final String CLASS = "(?:[\\w$]+\\.)+[\\w$]+";
  private static final Pattern THROWN =
      Pattern.compile("^(?:Caused by: )?(" + CLASS + ")(?:: (.+))?$", Pattern.MULTILINE);
  private static final Pattern WRAPPED = Pattern.compile("^" + CLASS + ": (?=\\S)");
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w:/.])(?:file:)?/+(?:[^\\s/'\",;()\\[\\]]+/)+([^\\s/'\",;:()\\[\\]]+)");
  private static final Pattern REFUSED = Pattern.compile(".*\\.(RestHandler|NotFound)Exception");
  private static final Pattern SAYS_NOTHING = Pattern.compile("Could not (execute|run) .*");
  private static final int LONGEST = 400;

  /** What Flink answers with a status that does not say it: words of its text, and the reason. */
  private static final Map<Pattern, Reason> TELLING = new LinkedHashMap<>();

  static {
    TELLING.put(Pattern.compile("UnknownTaskExecutorException"), Reason.NOT_FOUND);
    TELLING.put(Pattern.compile("FlinkJobNotFoundException"), Reason.NOT_FOUND);
    TELLING.put(Pattern.compile("is not available on the TaskExecutor"), Reason.NOT_FOUND);
    TELLING.put(Pattern.compile("(Jar file|File) \\S+\\.jar does not exist"), Reason.NOT_FOUND);
    TELLING.put(Pattern.compile("ProgramInvocationException"), Reason.INVALID);
  }

  private FlinkErrors() {}

  private record ErrorResponse(List<String> errors) {}

  private record Thrown(String className, String message) {
    boolean isSentence() {
      return message.contains(" ");
    }
  }

  /** What Flink's answer with an error status means. */
  static ClusterException of(int status, byte[] body) {
    String text = text(body);
    return status == 401 || status == 403 || status == 407
        ? new ClusterException(Reason.UNEXPECTED_ANSWER, refused(status))
        : new ClusterException(reason(status, text), sentence(text, status));
  }

  /** Flink itself never says that; what stands before it does. */
  private static String refused(int status) {
    return "The cluster refuses this server: it answered with status "
        + status
        + " to the credentials that the configuration has for it.";
  }

  private static String text(byte[] body) {
    try {
      ErrorResponse response = FlinkJson.MAPPER.readValue(body, ErrorResponse.class);
      return response == null || response.errors() == null
          ? ""
          : String.join("\n", response.errors().stream().filter(Objects::nonNull).toList());
    } catch (JacksonException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reason reason(int status, String text) {
    return TELLING.entrySet().stream()
        .filter(telling -> telling.getKey().matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> ofStatus(status));
  }

  private static Reason ofStatus(int status) {
    return switch (status) {
      case 400 -> Reason.INVALID;
      case 404 -> Reason.NOT_FOUND;
      case 409 -> Reason.CONFLICT;
      case 413 -> Reason.TOO_LARGE;
      case 408, 504 -> Reason.NO_ANSWER;
      case 502, 503 -> Reason.UNREACHABLE;
      default -> Reason.UNEXPECTED_ANSWER;
    };
  }

  /** The sentence in a text that may be a stack trace. */
  static String sentence(String text, int status) {
    String clean = PATH.matcher(mostTelling(text)).replaceAll("$1").strip();
    if (clean.isEmpty()) {
      return "Flink answered with status " + status + " and no reason.";
    }
    String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    return cut.endsWith(".") ? cut : cut + ".";
  }

  private static String mostTelling(String text) {
    List<Thrown> chain = chain(text);
    if (chain.isEmpty()) {
      return text.lines().findFirst().orElse("");
    }
    Thrown outermost = chain.get(0);
    if (REFUSED.matcher(outermost.className()).matches()
        && !SAYS_NOTHING.matcher(outermost.message()).matches()) {
      return outermost.message();
    }
    for (int i = chain.size() - 1; i > 0; i--) {
      if (chain.get(i).isSentence()) {
        return chain.get(i).message();
      }
    }
    return outermost.message().isEmpty() ? outermost.className() : outermost.message();
  }

  private static List<Thrown> chain(String text) {
    List<Thrown> chain = new ArrayList<>();
    Matcher matcher = THROWN.matcher(text);
    while (matcher.find()) {
      chain.add(unwrapped(matcher.group(1), Objects.requireNonNullElse(matcher.group(2), "")));
    }
    return chain;
  }

  /** A wrapper's message is often the wrapped exception, class and all. */
  private static Thrown unwrapped(String className, String message) {
    Matcher wrapped = WRAPPED.matcher(message);
    return wrapped.find()
        ? unwrapped(message.substring(0, message.indexOf(": ")), message.substring(wrapped.end()))
        : new Thrown(className, message);
  }
}
