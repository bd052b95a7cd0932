// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.weir.security.TokenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Users with passwords and tokens, in files for a server. */
final class Identities {
  private final Path directory;
  private final Map<String, String> tokens = new HashMap<>();

  Identities(Path directory) {
    this.directory = directory;
  }

  /** Everybody's password is the name twice. */
  Path passwords(List<String> names) throws IOException {
    return write(
        "htpasswd",
        names.stream()
            .map(name -> name + ":" + hash(name + name))
            .collect(Collectors.joining("\n")));
  }

  static String hash(String password) {
    return BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(4, password.toCharArray());
  }

  /** Tokens that are new for everybody. */
  Path tokens(List<String> names) throws IOException {
    tokens.clear();
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      TokenFile.Made made = TokenFile.make(name);
      tokens.put(name, made.token());
      lines.append(made.line()).append('\n');
    }
    return write("tokens", lines.toString());
  }

  Path write(String file, String content) throws IOException {
    return Files.writeString(directory.resolve(file), content);
  }

  String token(String name) {
    return tokens.get(name);
  }

  static Map<String, String> basic(String name, String password) {
    String both = name + ":" + password;
    return Map.of(
        "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
