// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.FormatRefusedException;
import dev.weir.flink.NoSuchAddressException;
import dev.weir.flink.NoSuchJarException;
import dev.weir.flink.raw.FlinkError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps error answers of Flink to a reason and one sentence.
 *
 * <p>The reason follows from the status and, for a 500, from the class of Flink's exception. Words
 * that a program may have written never count: {@link StackTrace} separates the two. Paths on the
 * server are cut to their last segment.
 */
public final class FlinkErrors {
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w:/.])(?:file:)?+/++(?:[^\\s/'\",;()\\[\\]]++/)++([^\\s/'\",;:()\\[\\]]++)");
  private static final Pattern CUT_ESCAPE = Pattern.compile("\\\\(u\\w{0,3})?$");
  private static final int LONGEST = 400;

  /** What is looked at of a text, in characters; a sentence is far shorter. */
  private static final int READ = 4000;

  /** What every Flink has, so that it is never gone. */
  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "/config",
          "/jars",
          "/jobmanager/config",
          "/jobmanager/metrics",
          "/jobs",
          "/jobs/overview",
          "/overview",
          "/taskmanagers");

  /** What Flink's server says of an address that none of its handlers has. */
  private static final List<String> NO_SUCH_ADDRESS =
      List.of("Not found: /", "Unable to load requested file /");

  private FlinkErrors() {}

  private record ErrorResponse(@JsonProperty(required = true) List<String> errors) {}

  /**
   * The failure behind an answer with an error status.
   *
   * @param path of the request, from the cluster's address on
   */
  public static ClusterException of(int status, byte[] body, String path) {
    if (status == 401 || status == 403 || status == 407) {
      return new ClusterException(Reason.UNEXPECTED_ANSWER, refused(status));
    }
    String text = text(body);
    ClusterException failure = of(status, text, path);
    return text == null ? failure : failure.quoting(new FlinkError(status, text));
  }

  private static ClusterException of(int status, @Nullable String text, String path) {
    if (status == 404 && (text == null || isAlwaysThere(path) || isNoAddress(text))) {
      return nothingThere(path);
    }
    if (text == null) {
      return new ClusterException(
          ofStrangersStatus(status),
          "The cluster's address answered with status " + status + " and not as Flink does.");
    }
    StackTrace trace = StackTrace.of(text);
    if (path.startsWith("/jars/") && trace.saysThatThereIsNoJar()) {
      return new NoSuchJarException(sentence(trace, status));
    }
    if (status == 400 && trace.saysThatTheFormatIsOther()) {
      return new FormatRefusedException(sentence(trace, status));
    }
    Reason reason = status == 500 ? ofException(trace, path) : ofStatus(status);
    return reason == Reason.NOT_FOUND
        ? new ClusterException(reason, trace.missing(), sentence(trace, status))
        : new ClusterException(reason, sentence(trace, status));
  }

  private static boolean isAlwaysThere(String path) {
    int query = path.indexOf('?');
    return ALWAYS_THERE.contains(query < 0 ? path : path.substring(0, query));
  }

  private static boolean isNoAddress(String text) {
    return NO_SUCH_ADDRESS.stream().anyMatch(text::startsWith);
  }

  private static ClusterException nothingThere(String path) {
    return new NoSuchAddressException(
        "What answers at the cluster's address has nothing at "
            + path
            + (path.startsWith("/jars")
                ? ": Flink's web.submit.enable may be off, or the address leads elsewhere."
                : ", where Flink has something: the address may lead elsewhere."));
  }

  /** Flink itself never says that; what stands before it does. */
  private static String refused(int status) {
    return "The cluster refuses this server: it answered with status "
        + status
        + " to the credentials that the configuration has for it.";
  }

  /** The text of an error of Flink's; null of anything else. */
  private static @Nullable String text(byte[] body) {
    return errors(body).or(() -> errors(ended(body))).orElse(null);
  }

  /** A body of which only the beginning was read, with an end to its text. */
  private static byte[] ended(byte[] body) {
    String cut = CUT_ESCAPE.matcher(new String(body, UTF_8)).replaceFirst("");
    return (cut + "\"]}").getBytes(UTF_8);
  }

  /** Empty for what is no error of Flink's. */
  private static Optional<String> errors(byte[] body) {
    try {
      ErrorResponse response = FlinkJson.MAPPER.readValue(body, ErrorResponse.class);
      return response == null || response.errors().isEmpty()
          ? Optional.empty()
          : Optional.of(String.join("\n", response.errors()));
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what stands before Flink, or in its place: that says nothing of what was asked for. */
  private static Reason ofStrangersStatus(int status) {
    return status == 400 || status == 409 ? Reason.UNEXPECTED_ANSWER : ofStatus(status);
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

  /** What Flink throws in place of a status of its own. */
  private static Reason ofException(StackTrace trace, String path) {
    return switch (trace.thrown()) {
      case "UnknownTaskExecutorException", "FlinkJobNotFoundException" -> Reason.NOT_FOUND;
      case "ProgramInvocationException" -> Reason.INVALID;
      case "TimeoutException", "AskTimeoutException" -> Reason.NO_ANSWER;
      // Of a job that is being initialized: it has made no checkpoint yet.
      case "UnavailableDispatcherOperationException" ->
          path.contains("/checkpoints") ? Reason.NOT_FOUND : Reason.CONFLICT;
      case "NoSuchElementException" ->
          path.endsWith("/backpressure") ? Reason.NOT_FOUND : Reason.UNEXPECTED_ANSWER;
      default -> trace.saysThatThereIsNoFile() ? Reason.NOT_FOUND : Reason.UNEXPECTED_ANSWER;
    };
  }

  /** The most telling sentence of a text that may be a stack trace. */
  public static String sentence(String text, int status) {
    return sentence(StackTrace.of(text), status);
  }

  private static String sentence(StackTrace trace, int status) {
    String telling = trace.mostTelling();
    String read = telling.length() > READ ? telling.substring(0, READ) : telling;
    String clean = PATH.matcher(read).replaceAll("$1").strip();
    if (clean.isEmpty()) {
      return "Flink answered with status " + status + " and no reason.";
    }
    String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    return cut.endsWith(".") ? cut : cut + ".";
  }
}
