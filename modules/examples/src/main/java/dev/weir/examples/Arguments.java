// SPDX-License-Identifier: Apache-2.0
package dev.weir.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.ExecutionConfig.GlobalJobParameters;

/**
 * The arguments of an example in the form {@code --name value}; a job carries them as its user
 * config. Flink's own {@code ParameterTool} is in another package in each generation of Flink.
 */
final class Arguments extends GlobalJobParameters {

  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "--";

  private final LinkedHashMap<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /**
   * Reads the arguments and refuses those that the example does not know.
   *
   * @throws IllegalArgumentException naming the unknown argument and the known ones
   */
  static Arguments parse(String[] args, String... known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].startsWith(PREFIX) ? args[i].substring(PREFIX.length()) : args[i];
      if (!List.of(known).contains(name)) {
        throw new IllegalArgumentException(
            "Unknown argument --"
                + name
                + "; the known ones are --"
                + String.join(", --", new TreeSet<>(List.of(known))));
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException("The argument --" + name + " lacks a value");
      }
      values.put(name, args[i + 1]);
    }
    return new Arguments(values);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  long getLong(String name, long otherwise) {
    return values.containsKey(name) ? Long.parseLong(values.get(name)) : otherwise;
  }

  double getDouble(String name, double otherwise) {
    return values.containsKey(name) ? Double.parseDouble(values.get(name)) : otherwise;
  }

  @Override
  public Map<String, String> toMap() {
    return Map.copyOf(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arguments && ((Arguments) other).values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
