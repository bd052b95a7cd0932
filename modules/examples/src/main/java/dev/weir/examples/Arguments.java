package dev.weir.examples;

import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.util.ParameterTool;

/** The arguments of an example in the form {@code --name value}. */
final class Arguments {

  private Arguments() {}

  /**
   * Reads the arguments and refuses those that the example does not know.
   *
   * @throws IllegalArgumentException naming the unknown argument and the known ones
   */
  static ParameterTool parse(String[] args, String... known) {
    ParameterTool arguments = ParameterTool.fromArgs(args);
    Set<String> names = new TreeSet<>(Set.of(known));
    for (String name : arguments.toMap().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "Unknown argument --" + name + "; the known ones are --" + String.join(", --", names));
      }
    }
    return arguments;
  }
}
