// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.Printable;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens, stored as SHA-256 hashes so that the file does not reveal them. */
public final class TokenFile {
  private static final int TOKEN_BYTES = 32;
  private static final int HASH_BYTES = 32;

  private final Map<String, byte[]> hashes;

  private TokenFile(Map<String, byte[]> hashes) {
    this.hashes = hashes;
  }

  static TokenFile of(List<String> lines, String file) throws SecurityFileException {
    return new TokenFile(NamedLines.read(lines, file, TokenFile::hash));
  }

  private static byte[] hash(String name, String hex, String place) throws SecurityFileException {
    try {
      byte[] hash = HexFormat.of().parseHex(hex);
      if (hash.length == HASH_BYTES) {
        return hash;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like a hash of the wrong length.
    }
    throw new SecurityFileException(
        place + ": the value of " + name + " is not a SHA-256 in 64 hexadecimal digits.");
  }

  /**
   * The owner of a token; empty if unknown. Always compares all hashes in full, against timing
   * attacks.
   */
  Optional<String> name(String token) {
    byte[] hash = Digests.sha256(token.getBytes(UTF_8));
    String found = null;
    for (Map.Entry<String, byte[]> one : hashes.entrySet()) {
      if (MessageDigest.isEqual(one.getValue(), hash)) {
        found = one.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * A new token and its line for the token file.
   *
   * @param token the token, for the client only
   * @param line the line for the token file
   */
  public record Made(String token, String line) {}

  /**
   * Creates a random token of 256 bits.
   *
   * @param name name of the token's owner
   * @throws IllegalArgumentException if a line of the file cannot begin with that name
   */
  public static Made make(String name) {
    if (name.isBlank()
        || !name.equals(name.strip())
        || name.startsWith("#")
        || name.contains(":")
        || !Printable.isPrintable(name)) {
      throw new IllegalArgumentException(
          "A name must not have blanks around it, contain ':' or control characters, or begin with"
              + " '#'.");
    }
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = "weir_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return new Made(
        token, name + ":" + HexFormat.of().formatHex(Digests.sha256(token.getBytes(UTF_8))));
  }
}
