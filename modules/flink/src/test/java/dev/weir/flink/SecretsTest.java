// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  private static final Secrets SECRETS = new Secrets(List.of("^my\\.key$", "pin\\b"));

  @ParameterizedTest
  @CsvSource({
    "s3.secret-key, true",
    "S3.SECRET-KEY, true",
    "security.ssl.key-password, true",
    "rest.port, false",
    "my.key, true",
    "MY.KEY, true",
    "my.keyboard, false",
    "card.pin, true",
    "pinned, false"
  })
  void aKeyNamesASecretOrNot(String key, boolean secret) {
    assertThat(SECRETS.isNamedBy(key)).isEqualTo(secret);
    assertThat(SECRETS.mask(key, "geheim")).isEqualTo(secret ? "******" : "geheim");
  }

  @Test
  void valuesOfSecretsAmongArgumentsAreMasked() {
    assertThat(
            SECRETS.maskArguments(
                List.of(
                    "--input",
                    "/data",
                    "--db.password",
                    "hunter2",
                    "-Dapi-key=abc=d",
                    "token=xyz",
                    "--secret",
                    "--verbose",
                    "-token",
                    "-abc",
                    "plain")))
        .containsExactly(
            "--input",
            "/data",
            "--db.password",
            "******",
            "-Dapi-key=******",
            "token=******",
            "--secret",
            "--verbose",
            "-token",
            "******",
            "plain");
  }
}
