// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import dev.weir.security.TokenFile;
import dev.weir.server.settings.keys.CommandLineOption;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.sources.SettingsSources.Argument;
import dev.weir.server.settings.sources.Suggestions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: an option for each setting that has one, {@code --set} for all others. */
final class WeirCommand {
  private static final String TOKEN = "token";
  private static final String SET = "--set";
  private static final String CHECK = "--check";
  private static final String SEE_HELP = " See --help.";

  private WeirCommand() {}

  static CommandLine create(Versions versions) {
    CommandSpec spec =
        CommandSpec.create()
            .name("weir")
            .mixinStandardHelpOptions(true)
            .versionProvider(versions::lines);
    spec.addOption(
        OptionSpec.builder(CHECK)
            .type(boolean.class)
            .arity("0")
            .description(
                "Checks the settings, their files and the addresses of clusters without starting anything. Exit code 0 means usable, 2 means not usable.")
            .build());
    ArgGroupSpec.Builder settings =
        ArgGroupSpec.builder().heading("%nSettings:%n").validate(false).order(1);
    for (Setting<?> setting : SettingKeys.all()) {
      setting.option().ifPresent(option -> settings.addArg(optionOf(setting, option)));
    }
    spec.addArgGroup(settings.addArg(set()).build());
    spec.addSubcommand(TOKEN, new CommandLine(tokenSpec()));
    Help.describe(spec.usageMessage());
    return new CommandLine(spec).setExpandAtFiles(false);
  }

  static boolean isCheck(ParseResult parsed) {
    return parsed.hasMatchedOption(CHECK);
  }

  private static CommandSpec tokenSpec() {
    CommandSpec spec =
        CommandSpec.create()
            .name(TOKEN)
            .mixinStandardHelpOptions(true)
            .addPositional(
                PositionalParamSpec.builder()
                    .index("0")
                    .arity("1")
                    .type(String.class)
                    .paramLabel("NAME")
                    .description("Name of the token's owner, as access rules name it.")
                    .build());
    spec.usageMessage()
        .customSynopsis("java -jar weir.jar token NAME")
        .description("Makes a token and its line for the file of weir.security.token.file.");
    return spec;
  }

  /**
   * Creates a token for the name given to the command {@code token}.
   *
   * @throws ParameterException if the name is not valid
   */
  static TokenFile.Made token(ParseResult asked) {
    String name = asked.matchedPositionalValue(0, "");
    try {
      return TokenFile.make(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(asked.commandSpec().commandLine(), e.getMessage());
    }
  }

  /**
   * The settings given on a command line.
   *
   * @throws ParameterException if a value of {@code --set} is not of the form {@code key=value}, or
   *     an option is given twice
   */
  static List<Argument> arguments(ParseResult parsed) {
    List<Argument> arguments = new ArrayList<>();
    for (Setting<?> setting : SettingKeys.all()) {
      setting
          .option()
          .filter(option -> parsed.hasMatchedOption(option.name()))
          .map(option -> argument(setting, option, parsed))
          .ifPresent(arguments::add);
    }
    for (String assignment : parsed.matchedOptionValue(SET, List.<String>of())) {
      arguments.add(argument(assignment, parsed.commandSpec().commandLine()));
    }
    return arguments;
  }

  private static Argument argument(
      Setting<?> setting, CommandLineOption option, ParseResult parsed) {
    List<String> values = parsed.matchedOption(option.name()).originalStringValues();
    if (values.size() > 1 && !option.repeatable()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), option.name() + " is given twice.");
    }
    // For a flag without a value, picocli supplies the fallback value.
    String value =
        option.repeatable()
            ? String.join(" ", values)
            : parsed.matchedOptionValue(option.name(), "");
    return new Argument(setting.key(), value, option.name());
  }

  private static Argument argument(String assignment, CommandLine command) {
    int equals = assignment.indexOf('=');
    if (equals <= 0) {
      throw new ParameterException(
          command,
          SET
              + " takes key=value, such as weir.max-staleness=10s; the argument has no key before '='.");
    }
    return new Argument(
        assignment.substring(0, equals).strip(), assignment.substring(equals + 1).strip(), SET);
  }

  /** The problem with a command line, in one line. */
  static String complaint(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return complaint(unmatched.getUnmatched(), problem.getCommandLine().getCommandSpec());
    }
    String sentence = String.valueOf(problem.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    return sentence + (sentence.endsWith(".") ? "" : ".") + SEE_HELP;
  }

  private static String complaint(List<String> unmatched, CommandSpec spec) {
    String first =
        unmatched.stream()
            .filter(text -> text.startsWith("-"))
            .findFirst()
            .orElse(unmatched.get(0));
    String nearest =
        Suggestions.of(first, longNames(spec)).map(name -> "; the nearest is " + name).orElse("");
    return "There is no option '"
        + first.replaceFirst("(?s)=.*", "").replaceAll("\\p{Cntrl}+", " ")
        + "'"
        + nearest
        + "."
        + SEE_HELP;
  }

  private static List<String> longNames(CommandSpec spec) {
    return spec.optionsMap().keySet().stream().filter(name -> name.startsWith("--")).toList();
  }

  private static OptionSpec optionOf(Setting<?> setting, CommandLineOption option) {
    boolean flag = setting.defaultText().filter("false"::equals).isPresent();
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names().toArray(String[]::new))
            .type(String.class)
            .paramLabel(option.label())
            .arity(flag ? "0..1" : "1")
            .description(setting.meaning() + Help.defaultOf(setting));
    return (flag ? builder.fallbackValue("true") : builder).build();
  }

  private static OptionSpec set() {
    return OptionSpec.builder(SET, "-D")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("KEY=VALUE")
        .arity("1")
        .description(
            "Sets any setting by its key, such as weir.max-staleness=10s. May be repeated.")
        .build();
  }
}
