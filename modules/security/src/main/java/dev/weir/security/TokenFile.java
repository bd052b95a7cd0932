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

/** Tokens that are known by their SHA-256, so that the file gives none of them away. */
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
      // The same as one of another length.
    }
    throw new SecurityFileException(
        place + ": what " + name + " has is not a SHA-256 in 64 hexadecimal digits.");
  }

  /** Whose token it is. All are compared, each as a whole, so that time says nothing. */
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
   * A token that is new, and the line of the file that makes it count.
   *
   * @param token for the client, and for nobody else
   * @param line for the file
   */
  public record Made(String token, String line) {}

  /**
   * Makes a token of 256 bits.
   *
   * @param name who it is for
   * @throws IllegalArgumentException if a line cannot begin with that name
   */
  public static Made make(String name) {
    if (name.isBlank()
        || !name.equals(name.strip())
        || name.startsWith("#")
        || name.contains(":")
        || !Printable.isPrintable(name)) {
      throw new IllegalArgumentException(
          "A name is without blanks around it, without : and control characters, and does not begin"
              + " with #.");
    }
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = "weir_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return new Made(
        token, name + ":" + HexFormat.of().formatHex(Digests.sha256(token.getBytes(UTF_8))));
  }
}
