// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what is wrong with an error answer: it must be a problem document that gives nothing away.
 */
public final class Problems {
  private static final int LONGEST_DETAIL = 400;

  /** Stack traces, names of classes, and absolute paths of the machine. */
  private static final List<Pattern> LEAKS =
      List.of(
          Pattern.compile("\\tat "),
          Pattern.compile("\\bat [\\w.$]+\\([\\w.]*(:\\d+)?\\)"),
          Pattern.compile("\\.java\\b"),
          Pattern.compile("\\w*Exception\\b"),
          Pattern.compile("\\b(org|dev|java|javax|jakarta|com)\\.[a-z]\\w*\\.[\\w.]+"),
          Pattern.compile(
              "(?:file:/*|(?<![\\w./]))/(tmp|var|home|root|usr|opt|etc|proc|srv|Users|mnt)/[^\\s\"]*[^\\s\".,;')]"),
          Pattern.compile("\\b[A-Z]:\\\\\\\\?\\w+"));

  private Problems() {}

  /**
   * Checks an error answer (RFC 9457 and a member {@code error}).
   *
   * @return what is wrong with it, in words; empty if all is well
   */
  public static List<String> in(Answer answer) {
    List<String> wrong = new ArrayList<>();
    if (!answer.mediaType().equals("application/problem+json")) {
      wrong.add("is not application/problem+json");
    }
    try {
      wrong.addAll(members(answer.json(), answer.status(), hasAWord(answer)));
    } catch (IllegalArgumentException e) {
      wrong.add("is not JSON");
    }
    leak(answer).ifPresent(text -> wrong.add("gives away '" + text + "'"));
    return wrong;
  }

  /**
   * What a body tells about the inside of the server; what the request itself contained does not
   * count.
   */
  public static Optional<String> leak(Answer answer) {
    String asked = decoded(answer.request());
    return LEAKS.stream()
        .flatMap(pattern -> pattern.matcher(answer.text()).results())
        .map(result -> result.group())
        .filter(text -> !answer.request().contains(text) && !asked.contains(text))
        .findFirst();
  }

  /** Scripts of Flink 1.3 wait for a word there, and go on while an error may pass. */
  private static boolean hasAWord(Answer answer) {
    return List.of(400, 404).contains(answer.status()) && answer.json().has("cause");
  }

  private static List<String> members(JsonNode problem, int status, boolean word) {
    List<String> wrong = new ArrayList<>();
    Stream.of("type", "title", "detail", "error")
        .filter(member -> problem.path(member).asText("").isBlank())
        .forEach(member -> wrong.add("has no '" + member + "'"));
    if (word
        ? !List.of("failed", "unknown").contains(problem.path("status").asText())
        : problem.path("status").asInt() != status) {
      wrong.add("says status " + problem.path("status") + " under a status of " + status);
    }
    String detail = problem.path("detail").asText("");
    if (detail.length() > LONGEST_DETAIL || detail.lines().count() > 1) {
      wrong.add("has more than a sentence of detail");
    }
    return wrong;
  }

  private static String decoded(String request) {
    Matcher broken = Pattern.compile("%(?![0-9a-fA-F]{2})").matcher(request);
    return URLDecoder.decode(broken.replaceAll("%25"), StandardCharsets.UTF_8);
  }
}
