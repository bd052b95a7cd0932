// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of tokens and passwords: what they may say, and that they are read again. */
class WatchedFileTest {
  private static final String HASH = "$2y$04$" + "a".repeat(53);

  @TempDir private Path directory;

  private WatchedFile<TokenFile> tokens(String content) throws IOException, SecurityFileException {
    Path file = Files.writeString(directory.resolve("tokens"), content);
    return new WatchedFile<>(file, TokenFile::of);
  }

  private static TokenFile.Made made(String name) {
    return TokenFile.make(name);
  }

  @Test
  void aTokenIsKnownByItsLine() throws Exception {
    TokenFile.Made one = made("ci");
    TokenFile.Made other = made("grafana");
    TokenFile file = tokens("# who\n\n" + one.line() + "\n" + other.line() + "\n").current();

    assertThat(file.name(one.token())).contains("ci");
    assertThat(file.name(other.token())).contains("grafana");
    assertThat(file.name(one.token() + "x")).isEmpty();
    assertThat(one.line()).doesNotContain(one.token());
  }

  @Test
  void aFileThatChangesIsReadAgain() throws Exception {
    TokenFile.Made old = made("ci");
    TokenFile.Made fresh = made("ci");
    WatchedFile<TokenFile> watched = tokens(old.line());

    Files.writeString(directory.resolve("new"), fresh.line());
    Files.move(
        directory.resolve("new"), directory.resolve("tokens"), StandardCopyOption.REPLACE_EXISTING);
    watched.check();

    assertThat(watched.current().name(old.token())).isEmpty();
    assertThat(watched.current().name(fresh.token())).contains("ci");
  }

  @Test
  void aNewFileThatIsBrokenOrGoneLeavesTheOldOneInForce() throws Exception {
    TokenFile.Made token = made("ci");
    WatchedFile<TokenFile> watched = tokens(token.line());

    Files.writeString(directory.resolve("tokens"), "nonsense");
    watched.check();
    assertThat(watched.current().name(token.token())).contains("ci");

    Files.delete(directory.resolve("tokens"));
    watched.check();
    assertThat(watched.current().name(token.token())).contains("ci");

    TokenFile.Made other = made("other");
    Files.writeString(directory.resolve("tokens"), other.line());
    watched.check();
    assertThat(watched.current().name(other.token())).contains("other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense          | FILE, line 1, is not of the form name:hash.
          ci:abc            | FILE, line 1: the value of ci is not a SHA-256 in 64 hexadecimal digits.
          # nobody          | FILE has no entries.
          """)
  void aTokenFileThatIsNotRightIsSaid(String content, String sentence) {
    assertThatThrownBy(() -> tokens(content))
        .isInstanceOf(SecurityFileException.class)
        .hasMessage(sentence.replace("FILE", directory.resolve("tokens").toString()));
  }

  @Test
  void aNameStandsOnce() {
    assertThatThrownBy(() -> tokens(made("ci").line() + "\n" + made("ci").line()))
        .hasMessageEndingWith("line 2, names ci a second time.");
  }

  /** As Apache and nginx read such files. */
  @Test
  void whatFollowsASecondColonIsAComment() throws Exception {
    Path users = directory.resolve("htpasswd");
    Files.writeString(users, "alice:" + HASH + ":Alice of operations: on call\nbob:" + HASH + ":");
    TokenFile.Made ci = made("ci");

    assertThat(new WatchedFile<>(users, Htpasswd::of).current().hash("alice")).contains(HASH);
    assertThat(new WatchedFile<>(users, Htpasswd::of).current().hash("bob")).contains(HASH);
    assertThat(tokens(ci.line() + ":of the build").current().name(ci.token())).contains("ci");
  }

  @Test
  void eachLineThatIsNotRightIsSaid() throws IOException {
    Path users = Files.writeString(directory.resolve("htpasswd"), "a:b\nnobody\nc:realm:hash\n");

    assertThat(Authenticator.problemsOfUsers(users))
        .containsExactly(
            users + ", line 1: the password of a is not hashed by bcrypt, as htpasswd -B does.",
            users + ", line 2, is not of the form name:hash.",
            users + ", line 3: the password of c is not hashed by bcrypt, as htpasswd -B does.");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> new WatchedFile<>(directory.resolve("none"), TokenFile::of))
        .isInstanceOf(SecurityFileException.class)
        .hasMessage(directory.resolve("none") + " is not there.");
  }

  @ParameterizedTest
  @CsvSource({
    "{SHA}fEqNCco3Yq9h5ZUglD3CZJT4lBs=, not hashed by bcrypt",
    "$apr1$hYV1cF9q$ZqLyfNTqS5ZkQ1mqJeHcV1, not hashed by bcrypt",
    "secret, not hashed by bcrypt",
    "$2y$31$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, hashed at cost 31"
  })
  void aPasswordThatIsNotHashedByBcryptIsSaid(String hash, String sentence) throws IOException {
    Path file =
        Files.writeString(directory.resolve("htpasswd"), "alice:" + HASH + "\nbob:" + hash + "\n");

    assertThatThrownBy(() -> new WatchedFile<>(file, Htpasswd::of))
        .isInstanceOf(SecurityFileException.class)
        .hasMessageStartingWith(file + ", line 2: the password of bob is")
        .hasMessageContaining(sentence)
        .hasMessageNotContaining(hash);
  }
}
