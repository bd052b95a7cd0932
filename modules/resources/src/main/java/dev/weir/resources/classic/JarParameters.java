// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.JarOptions;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.Option;
import dev.weir.resources.change.Options;
import dev.weir.resources.change.Takes;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options for running or planning a program. */
@Takes({
  Option.PROGRAM_ARGS,
  Option.PROGRAM_ARGS_LIST,
  Option.ENTRY_CLASS,
  Option.PARALLELISM,
  Option.SAVEPOINT_PATH,
  Option.ALLOW_NON_RESTORED_STATE,
  Option.JOB_ID,
  Option.CLAIM_MODE,
  Option.FLINK_CONFIGURATION
})
public final class JarParameters {
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final List<String> CLAIM_MODES = List.of("CLAIM", "NO_CLAIM", "LEGACY");

  private final Map<String, List<String>> query;

  public JarParameters(@Context UriInfo uri) {
    this(uri.getQueryParameters());
  }

  JarParameters(Map<String, List<String>> query) {
    this.query = query;
  }

  JarOptions toOptions(ChangeBody body) {
    Options options = new Options(JarParameters.class, query, body);
    String programArgs = options.text(Option.PROGRAM_ARGS);
    List<String> arguments = new ArrayList<>(programArgs == null ? List.of() : split(programArgs));
    arguments.addAll(options.texts(Option.PROGRAM_ARGS_LIST));
    return new JarOptions(
        arguments,
        options.text(Option.ENTRY_CLASS),
        parallelism(options.text(Option.PARALLELISM)),
        options.text(Option.SAVEPOINT_PATH),
        Boolean.TRUE.equals(options.flag(Option.ALLOW_NON_RESTORED_STATE)),
        options.id(Option.JOB_ID),
        options.word(Option.CLAIM_MODE, CLAIM_MODES),
        options.entries(Option.FLINK_CONFIGURATION));
  }

  /** Splits arguments at white space, as Flink does. Quoted arguments stay together. */
  public static List<String> split(String arguments) {
    List<String> split = new ArrayList<>();
    Matcher matcher = ARGUMENT.matcher(arguments);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          split.add(matcher.group(group));
        }
      }
    }
    return split;
  }

  private static @Nullable Integer parallelism(@Nullable String given) {
    if (given == null) {
      return null;
    }
    if (!given.matches("[1-9]\\d{0,8}")) {
      throw new ProblemException(
          ProblemKind.MALFORMED_PARAMETER,
          "'" + Printable.of(given) + "' is not a parallelism: it must be a number from 1 on.");
    }
    return Integer.valueOf(given);
  }
}
