package dev.weir.security;

/** A file of users or tokens that cannot be used. The message is one line, written for the user. */
public final class SecurityFileException extends Exception {
  /** Takes a sentence. */
  SecurityFileException(String message) {
    super(message);
  }
}
