package dev.weir.server;

import dev.weir.security.Authentication;
import dev.weir.security.AuthenticationOptions;
import dev.weir.security.Authenticator;
import dev.weir.security.SecurityFileException;
import dev.weir.server.settings.Settings;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Starts the server's own authentication as the settings have it. */
public final class OwnAuthentication {
  private OwnAuthentication() {}

  /**
   * Reads the files of users and tokens, and adds what has to be ended to the parts.
   *
   * @param threads makes the threads that verify
   * @return the one that asks nobody where the settings name none
   * @throws StartFailure if a file cannot be used
   */
  public static Authentication start(Settings settings, ThreadFactory threads, Parts parts)
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
      throw new StartFailure(e.getMessage(), e);
    }
  }
}
