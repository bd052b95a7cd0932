package dev.weir.resources;

import dev.weir.flink.ProgramOptions;
import dev.weir.model.Printable;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query parameters with which a program is run or planned. */
public final class ProgramParameters {
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private final String programArgs;
  private final List<String> programArg;
  private final @Nullable String entryClass;
  private final @Nullable String parallelism;
  private final @Nullable String savepointPath;
  private final String allowNonRestoredState;

  /**
   * As they were given.
   *
   * @param programArgs arguments in one text, apart by spaces, those with spaces in quotes
   * @param programArg arguments one by one, as later releases of Flink have them
   * @param entryClass class with the main method; null for the one that the jar names
   * @param parallelism default parallelism of the job; null for the cluster's
   * @param savepointPath what to restore the job from; null for nothing
   * @param allowNonRestoredState whether state without an operator in the job may be dropped
   */
  public ProgramParameters(
      @QueryParam("program-args") @DefaultValue("") String programArgs,
      @QueryParam("programArg") List<String> programArg,
      @QueryParam("entry-class") @Nullable String entryClass,
      @QueryParam("parallelism") @Nullable String parallelism,
      @QueryParam("savepointPath") @Nullable String savepointPath,
      @QueryParam("allowNonRestoredState") @DefaultValue("false") String allowNonRestoredState) {
    this.programArgs = programArgs;
    this.programArg = programArg;
    this.entryClass = entryClass;
    this.parallelism = parallelism;
    this.savepointPath = savepointPath;
    this.allowNonRestoredState = allowNonRestoredState;
  }

  ProgramOptions toOptions() {
    List<String> arguments = new ArrayList<>(split(programArgs));
    arguments.addAll(programArg);
    return new ProgramOptions(
        arguments,
        blankIsNull(entryClass),
        parallelism(),
        blankIsNull(savepointPath),
        allowsNonRestoredState());
  }

  static List<String> split(String arguments) {
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

  private @Nullable Integer parallelism() {
    String given = blankIsNull(parallelism);
    if (given == null) {
      return null;
    }
    if (!given.matches("[1-9]\\d{0,8}")) {
      throw new BadRequestException(
          "'" + Printable.of(given) + "' is not a parallelism: it must be a number from 1 on.");
    }
    return Integer.valueOf(given);
  }

  private boolean allowsNonRestoredState() {
    return switch (allowNonRestoredState) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw new BadRequestException(
              "allowNonRestoredState is '"
                  + Printable.of(allowNonRestoredState)
                  + "': it must be true or false.");
    };
  }

  private static @Nullable String blankIsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
