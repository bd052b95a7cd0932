// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** Arguments of the form {@code --name value}. */
final class Options {
  private static final String PREFIX = "--";

  private final Map<String, String> values = new HashMap<>();

  /** Parses the arguments of a main class. */
  Options(String... args) {
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith(PREFIX) || i + 1 == args.length) {
        throw new IllegalArgumentException("Not of the form --name value: " + args[i]);
      }
      values.put(args[i].substring(PREFIX.length()), args[i + 1]);
    }
  }

  /** The value of an option. */
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(PREFIX + name + " is missing");
    }
    return value;
  }

  /** The value of an option, or what it is unless given. */
  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** The value of an option that is a number. */
  int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
  }

  /** The value of an option that is true or false, false unless given. */
  boolean flag(String name) {
    return Boolean.parseBoolean(values.getOrDefault(name, "false"));
  }
}
