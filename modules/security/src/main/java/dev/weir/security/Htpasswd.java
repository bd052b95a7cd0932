// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Users and bcrypt hashes from a file of Apache's {@code htpasswd -B}. */
final class Htpasswd {
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

  private static final int CHEAPEST = 4;

  /** About 6 s per verification; each further step doubles the time. */
  private static final int COSTLIEST = 16;

  private final Map<String, String> hashes;
  private final String salt;
  private final int costliest;

  private Htpasswd(Map<String, String> hashes) {
    this.hashes = hashes;
    this.salt = hashes.values().iterator().next().substring(7, 29);
    this.costliest = hashes.values().stream().mapToInt(Htpasswd::cost).max().orElseThrow();
  }

  static Htpasswd of(List<String> lines, String file) throws SecurityFileException {
    return new Htpasswd(NamedLines.read(lines, file, Htpasswd::bcrypt));
  }

  private static String bcrypt(String name, String hash, String place)
      throws SecurityFileException {
    Matcher form = BCRYPT.matcher(hash);
    if (!form.matches()) {
      throw new SecurityFileException(
          place + ": the password of " + name + " is not hashed by bcrypt, as htpasswd -B does.");
    }
    int cost = Integer.parseInt(form.group(1));
    if (cost < CHEAPEST || cost > COSTLIEST) {
      throw new SecurityFileException(
          place
              + ": the password of "
              + name
              + " is hashed at cost "
              + cost
              + "; it must be from "
              + CHEAPEST
              + " to "
              + COSTLIEST
              + ".");
    }
    return hash;
  }

  /** The password hash of a user; empty if there is no such user. */
  Optional<String> hash(String user) {
    return Optional.ofNullable(hashes.get(user));
  }

  private static int cost(String hash) {
    return Integer.parseInt(hash, 4, 6, 10);
  }

  /** A hash that matches no password. */
  private String nobodys(int cost) {
    return "$2y$%02d$".formatted(cost) + salt + ".".repeat(31);
  }

  /**
   * Verifies a password, which is slow by design. A failure takes equally long for every user,
   * known or not, whatever the cost of the hash.
   */
  boolean verify(String user, byte[] password) {
    String hash = hashes.get(user);
    boolean right = verify(password, hash == null ? nobodys(costliest) : hash);
    if (!right) {
      fillers(user).forEach(cost -> verify(password, nobodys(cost)));
    }
    return right && hash != null;
  }

  /**
   * Costs of the dummy verifications after a failure. They add up to the work of the costliest
   * hash, because each step of the cost doubles the work.
   */
  List<Integer> fillers(String user) {
    String hash = hashes.get(user);
    return IntStream.range(hash == null ? costliest : cost(hash), costliest).boxed().toList();
  }

  private static boolean verify(byte[] password, String hash) {
    // Truncates as htpasswd does: bcrypt uses only 72 bytes.
    return BCrypt.verifyer(null, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A))
        .verify(password, hash.getBytes(US_ASCII))
        .verified;
  }
}
