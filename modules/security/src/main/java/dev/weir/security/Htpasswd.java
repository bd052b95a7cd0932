package dev.weir.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The users of a file that Apache's htpasswd writes with {@code -B}: hashes of bcrypt. */
final class Htpasswd {
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

  private static final int CHEAPEST = 4;

  /** About 6 s of work; with each one more it is twice that. */
  private static final int COSTLIEST = 16;

  private final Map<String, String> hashes;
  private final String nobody;

  private Htpasswd(Map<String, String> hashes) {
    this.hashes = hashes;
    // Somebody's hash with the sum changed: takes as long, and is no password's that is known.
    this.nobody = hashes.values().iterator().next().substring(0, 29) + ".".repeat(31);
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

  /** A hash that no password has, to be as long about users that there are not. */
  String nobodys() {
    return nobody;
  }

  /** Whether it is the password of that hash. Takes its time. */
  static boolean verify(byte[] password, String hash) {
    // As htpasswd does: bcrypt looks at 72 bytes.
    return BCrypt.verifyer(null, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A))
        .verify(password, hash.getBytes(US_ASCII))
        .verified;
  }
}
