// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.security.Authentication;
import dev.weir.security.AuthenticationOptions;
import dev.weir.security.Authenticator;
import dev.weir.security.SecurityFileException;
import dev.weir.server.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** Starts the server's own authentication, as configured. */
public final class OwnAuthentication {
  private OwnAuthentication() {}

  /**
   * Reads the files of users and tokens. The parts then include the authentication.
   *
   * @param threads creates the threads that verify credentials
   * @return {@link Authentication#none} if the settings have no authentication method
   * @throws StartFailure if a file cannot be used
   */
  public static Authentication start(Settings settings, ThreadFactory threads, CloseStack parts)
      throws StartFailure {
    Optional<AuthenticationOptions> options = settings.security().authentication();
    if (options.isEmpty()) {
      return Authentication.none();
    }
    try {
      Authentication started = Authenticator.start(options.get(), threads);
      parts.add("The authentication", started::close);
      return started;
    } catch (SecurityFileException e) {
      // Reports the problems of both files.
      throw StartFailure.ofSettings(problems(settings));
    }
  }

  /** Problems of the files of users and tokens, one sentence each. */
  public static List<String> problems(Settings settings) {
    Optional<AuthenticationOptions> options = settings.security().authentication();
    return Stream.concat(
            options.flatMap(AuthenticationOptions::passwords).stream()
                .flatMap(file -> Authenticator.problemsOfUsers(file).stream())
                .map(problem -> problem + in(settings, "weir.security.basic.file")),
            options.flatMap(AuthenticationOptions::tokens).stream()
                .flatMap(file -> Authenticator.problemsOfTokens(file).stream())
                .map(problem -> problem + in(settings, "weir.security.token.file")))
        .toList();
  }

  private static String in(Settings settings, String key) {
    return " The file is set by %s (%s).".formatted(key, settings.origin(key).orElseThrow());
  }
}
