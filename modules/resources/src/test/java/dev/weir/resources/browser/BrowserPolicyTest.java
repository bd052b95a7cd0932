// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserPolicyTest {
  private static BrowserPolicy policy(String host, String origin) {
    return new BrowserPolicy(List.of(host), List.of(origin), true);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LocalHost:80, true",
    "127.0.0.1, true",
    "192.168.1.2:8081, true",
    "[::1], true",
    "[fe80::1]:80, true",
    "weir.example.org:443, true",
    "Weir.Example.org., true",
    "example.org, false",
    "a.weir.example.org, false",
    "127.0.0.1.example.org, false",
    "1.2.3.4.5, false",
    "0x7f.1, false",
    "'', false",
    "localhost:x, false",
    "[evil], false"
  })
  void namesAreThoseOfTheListAndAddresses(String authority, boolean ours) {
    assertThat(policy("weir.example.org", "https://a").isOurs(authority)).isEqualTo(ours);
  }

  @Test
  void aStarIsAnyName() {
    assertThat(policy("*", "https://a").isOurs("evil.example")).isTrue();
  }

  @Test
  void originsAreComparedAsAWhole() {
    BrowserPolicy policy = policy("x", "https://a");

    assertThat(policy.mayRead("https://a")).isEqualTo("https://a");
    assertThat(policy.mayChange("https://a")).isTrue();
    for (String other : List.of("http://a", "https://a:444", "https://a.b", "null", "*")) {
      assertThat(policy.mayRead(other)).as(other).isNull();
      assertThat(policy.mayChange(other)).as(other).isFalse();
    }
    assertThat(policy.mayRead(null)).isNull();
  }

  @Test
  void withAStarEverybodyReadsAndNobodyChanges() {
    BrowserPolicy policy = policy("x", "*");

    assertThat(policy.mayRead("https://a")).isEqualTo("*");
    assertThat(policy.mayChange("https://a")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://weir.example.org, true",
    "https://weir.example.org:8443/x, true",
    "http://weir.example.org, false",
    "https://localhost, false",
    "https://127.0.0.1:8443, false",
    "https://[::1], false"
  })
  void onlyNamesThatAreComeToByHttpsAreForHttpsAlone(URI base, boolean httpsOnly) {
    assertThat(policy("weir.example.org", "https://a").isHttpsOnly(base)).isEqualTo(httpsOnly);
    assertThat(new BrowserPolicy(List.of(), List.of(), false).isHttpsOnly(base)).isFalse();
  }
}
