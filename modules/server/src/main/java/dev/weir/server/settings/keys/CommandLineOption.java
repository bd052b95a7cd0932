// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import java.util.List;

/**
 * The command-line option of a setting.
 *
 * @param names the option's names, the long one first, such as {@code --port} and {@code -p}
 * @param label the placeholder of the value in the help, such as {@code PORT}
 * @param repeatable whether the option may be given several times
 */
public record CommandLineOption(List<String> names, String label, boolean repeatable) {

  /** Copies the names. */
  public CommandLineOption {
    names = List.copyOf(names);
  }

  /** The long name, such as {@code --port}. */
  public String name() {
    return names.get(0);
  }
}
