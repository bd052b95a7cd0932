// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of {@code docs/clients.md}: a program, and the commands that generate its client and
 * run it.
 *
 * @param file name of the program's file
 * @param program its text
 * @param commands for a shell
 */
record DocumentedClient(String file, String program, String commands) {
  private static final Path PAGE = Path.of("..", "..", "docs", "clients.md");

  static DocumentedClient of(String language) throws IOException {
    String page = Files.readString(PAGE);
    Matcher section =
        Pattern.compile(
                "^## " + language + "\n\n`(\\S+)`:\n\n```\\w+\n(.*?)```\n.*?```sh\n(.*?)```",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(page);
    if (!section.find()) {
      throw new IllegalStateException("There is no section " + language + " in " + PAGE);
    }
    return new DocumentedClient(section.group(1), section.group(2), section.group(3));
  }
}
