package dev.weir.server;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** Why the server could not start. The message is one line, written for the user. */
public final class StartFailure extends Exception {

  /** Takes a sentence. */
  public StartFailure(String message) {
    super(message);
  }

  /** Takes a sentence and what is behind it, which only the log at level debug shows. */
  public StartFailure(String message, Exception cause) {
    super(message, cause);
  }

  /**
   * Says why an address could not be listened on.
   *
   * @param bind the host as the setting has it
   * @param port the port as the setting has it
   * @param cause what the network said; its causes count too
   */
  public static StartFailure listening(String bind, int port, Exception cause) {
    return new StartFailure(sentence(bind, port, cause), cause);
  }

  private static String sentence(String bind, int port, Exception cause) {
    for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
      if (reason instanceof UnknownHostException || reason instanceof UnresolvedAddressException) {
        return "The host name " + bind + " is not known. Choose another with --bind.";
      }
      if (reason instanceof SocketException) {
        return socketSentence(bind, port, text(reason));
      }
    }
    return cannotListen(bind, port, cause instanceof IOException ? text(cause) : cause.toString());
  }

  /** Java tells these cases apart by the text of the operating system only. */
  private static String socketSentence(String bind, int port, String text) {
    String reason = text.toLowerCase(Locale.ROOT);
    if (reason.contains("in use")) {
      return "Port %d on %s is in use. Choose another with --port, or --port 0 for any free one."
          .formatted(port, bind);
    }
    if (reason.contains("permission denied")) {
      return "Port %d on %s needs rights that this process does not have. Choose one from 1024 up with --port."
          .formatted(port, bind);
    }
    if (reason.contains("assign requested address")) {
      return bind + " is no address of this machine. Choose another with --bind.";
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
