// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.server.settings.Settings;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server could not start. The message is for the operator, one line per problem. */
public final class StartFailure extends Exception {
  private final transient @Nullable Unusable unusable;
  private final boolean ofSettings;

  /** An unusable file of a setting, with its fault as the end of a sentence. */
  private record Unusable(String setting, Path file, String fault) {
    String sentence(String origin) {
      return "%s is '%s'%s, but %s.".formatted(setting, file, origin, fault);
    }
  }

  public StartFailure(String message) {
    this(message, null, null, false);
  }

  /** Takes a sentence and its cause, which only the log at level debug shows. */
  public StartFailure(String message, Exception cause) {
    this(message, cause, null, false);
  }

  private StartFailure(
      String message, @Nullable Throwable cause, @Nullable Unusable unusable, boolean ofSettings) {
    super(message, cause);
    this.unusable = unusable;
    this.ofSettings = ofSettings;
  }

  /** The message, which is never null. */
  public String explanation() {
    return Objects.requireNonNull(getMessage());
  }

  /** The settings or their files are not valid: one sentence per problem. */
  static StartFailure ofSettings(List<String> problems) {
    return new StartFailure(String.join(System.lineSeparator(), problems), null, null, true);
  }

  /**
   * The file of a setting cannot be used.
   *
   * @param setting the key of the setting
   * @param fault the fault and what would be right, as the end of a sentence
   */
  public static StartFailure unusable(
      String setting, Path file, String fault, @Nullable Exception cause) {
    Unusable one = new Unusable(setting, file, fault);
    return new StartFailure(one.sentence(""), cause, one, true);
  }

  /**
   * Adds the origin of the setting to the message, if the failure is about the file of a setting.
   */
  public StartFailure located(Settings settings) {
    if (unusable == null) {
      return this;
    }
    String origin = settings.origin(unusable.setting()).map(one -> " (" + one + ")").orElse("");
    return new StartFailure(unusable.sentence(origin), getCause(), unusable, true);
  }

  /** Whether a setting, or a file that it names, is not valid. */
  public boolean isOfSettings() {
    return ofSettings;
  }

  /**
   * Says why the server cannot listen on an address.
   *
   * @param bind the configured host
   * @param port the configured port
   * @param cause failure of the network; its causes count too
   */
  public static StartFailure listening(String bind, int port, Exception cause) {
    return new StartFailure(sentence(bind, port, cause), cause);
  }

  private static String sentence(String bind, int port, Exception cause) {
    for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
      if (reason instanceof UnknownHostException || reason instanceof UnresolvedAddressException) {
        return "The host name " + bind + " is not known. Set weir.bind (--bind) to another.";
      }
      if (reason instanceof SocketException) {
        return socketSentence(bind, port, text(reason));
      }
    }
    return cannotListen(bind, port, cause instanceof IOException ? text(cause) : cause.toString());
  }

  /** Only the operating system's text distinguishes these cases. */
  private static String socketSentence(String bind, int port, String text) {
    String reason = text.toLowerCase(Locale.ROOT);
    if (reason.contains("in use")) {
      return "Port %d on %s is in use. Set weir.port (--port) to another, or to 0 for any free one."
          .formatted(port, bind);
    }
    if (reason.contains("permission denied")) {
      return "Port %d on %s needs rights that this process does not have. Set weir.port (--port) to 1024 or above."
          .formatted(port, bind);
    }
    if (reason.contains("assign requested address")) {
      return bind + " is no address of this machine. Set weir.bind (--bind) to another.";
    }
    return cannotListen(bind, port, text);
  }

  private static String cannotListen(String bind, int port, String reason) {
    return "Cannot listen on port %d of %s: %s.".formatted(port, bind, reason);
  }

  private static String text(Throwable reason) {
    return reason.getMessage() == null ? reason.toString() : reason.getMessage();
  }
}
