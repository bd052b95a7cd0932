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

/** The users of a file that Apache's htpasswd writes with {@code -B}: hashes of bcrypt. */
final class Htpasswd {
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

  private static final int CHEAPEST = 4;

  /** About 6 s of work; with each one more it is twice that. */
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
              + ", which is not from "
              + CHEAPEST
              + " to "
              + COSTLIEST
              + ".");
    }
    return hash;
  }

  /** The hash of a user's password, if there is such a user. */
  Optional<String> hash(String user) {
    return Optional.ofNullable(hashes.get(user));
  }

  private static int cost(String hash) {
    return Integer.parseInt(hash, 4, 6, 10);
  }

  /** A hash that no password has. */
  private String nobodys(int cost) {
    return "$2y$%02d$".formatted(cost) + salt + ".".repeat(31);
  }

  /**
   * Whether a user has that password. Takes its time, and a failure takes as long whether there is
   * such a user and whatever its hash costs.
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
   * The costs of what is compared besides, so that the work of each failure is that of the
   * costliest hash: with each step of the cost the work doubles.
   */
  List<Integer> fillers(String user) {
    String hash = hashes.get(user);
    return IntStream.range(hash == null ? costliest : cost(hash), costliest).boxed().toList();
  }

  private static boolean verify(byte[] password, String hash) {
    // As htpasswd does: bcrypt looks at 72 bytes.
    return BCrypt.verifyer(null, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A))
        .verify(password, hash.getBytes(US_ASCII))
        .verified;
  }
}
