// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.resources.proxy.TrustedProxies.Original;
import dev.weir.resources.wire.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::/32", "127.0.0.1"));

  private static Original of(String peer, Map<String, String> headers) {
    return PROXIES.of(peer, headers::get);
  }

  @Test
  void aStrangerIsNotBelieved() {
    assertThat(
            of(
                "192.0.2.7",
                Map.of(
                    "X-Forwarded-For", "10.1.1.1",
                    "X-Forwarded-Host", "evil.example",
                    "Forwarded", "for=10.1.1.1;host=evil.example;proto=https")))
        .isEqualTo(new Original("192.0.2.7", null, null, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "10", "10.*", "10.1-9.0.1", "167772161", "0xa000001", "012.0.0.1", "/8", ""})
  void whatIsNoPlainAddressIsNone(String text) {
    assertThat(TrustedProxies.isRange(text)).isFalse();
    assertThat(of("10.1.2.3", Map.of("X-Forwarded-For", text)).client()).isEqualTo("10.1.2.3");
    assertThat(of("10.1.2.3", Map.of("X-Forwarded-For", "10.0.0.0/8")).client())
        .isEqualTo("10.1.2.3");
    assertThat(TrustedProxies.isRange("10.0.0.0/8")).isTrue();
  }

  @Test
  void aProxyThatSaysNothingChangesNothing() {
    assertThat(of("10.1.2.3", Map.of())).isEqualTo(new Original("10.1.2.3", null, null, ""));
  }

  @Test
  void theOldNamesAreUnderstood() {
    assertThat(
            of(
                "10.1.2.3",
                Map.of(
                    "X-Forwarded-For", "198.51.100.9, 10.7.7.7",
                    "X-Forwarded-Proto", "https",
                    "X-Forwarded-Host", "flink.example.org",
                    "X-Forwarded-Port", "8443",
                    "X-Forwarded-Prefix", "/weir/")))
        .isEqualTo(new Original("198.51.100.9", "https", "flink.example.org:8443", "/weir"));
  }

  @Test
  void soIsTheStandard() {
    assertThat(
            of(
                "2001:db8::5",
                Map.of(
                    "Forwarded",
                    "for=\"[2001:DB9::17]:4711\";proto=HTTPS, for=10.0.0.9;proto=http;host=\"a.example:444\"")))
        .isEqualTo(new Original("2001:db9::17", "https", "a.example:444", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'https, http', 'flink.example.org', 'a.example, 198.51.100.9, 10.0.0.7'",
    "'https,http', 'flink.example.org, internal:8081', '198.51.100.9, 10.0.0.7'",
    // What the client itself has added is passed over, and a proxy may replace the list.
    "'ftp, https, http', 'evil.example, flink.example.org, internal', '198.51.100.9, 10.0.0.7'",
    "'https', 'flink.example.org', '198.51.100.9, 10.0.0.7, 10.0.0.8'"
  })
  void ofSeveralProxiesTheOneNearestToTheClientCounts(String proto, String host, String way) {
    assertThat(
            of(
                "127.0.0.1",
                Map.of(
                    "X-Forwarded-Proto", proto,
                    "X-Forwarded-Host", host,
                    "X-Forwarded-For", way)))
        .isEqualTo(new Original("198.51.100.9", "https", "flink.example.org", ""));
  }

  @Test
  void soItDoesInTheStandard() {
    assertThat(
            of(
                "127.0.0.1",
                Map.of(
                    "Forwarded",
                    "for=6.6.6.6;proto=http;host=evil.example, for=198.51.100.9;proto=https;"
                        + "host=flink.example.org, for=10.0.0.7;proto=http;host=internal")))
        .isEqualTo(new Original("198.51.100.9", "https", "flink.example.org", ""));
  }

  @Test
  void whatEachProxyCutsOffIsPutTogether() {
    assertThat(
            of(
                    "127.0.0.1",
                    Map.of(
                        "X-Forwarded-For", "198.51.100.9, 10.0.0.7",
                        "X-Forwarded-Prefix", "/evil, /flink/, /weir"))
                .prefix())
        .isEqualTo("/flink/weir");
  }

  /** What a client puts there itself comes first; the proxies add to it. */
  @ParameterizedTest
  @CsvSource({
    "'1.1.1.1, 198.51.100.9, 10.7.7.7', 198.51.100.9",
    "'10.1.1.1, 198.51.100.9', 198.51.100.9",
    "'10.1.1.1, 10.1.1.2', 10.1.1.1",
    "'198.51.100.9:4711', 198.51.100.9",
    "'unknown', 10.0.0.1",
    "'198.51.100.9, _hidden, 10.7.7.7', 10.7.7.7",
    "', ,', 10.0.0.1"
  })
  void theClientIsTheLastThatIsNoProxy(String way, String client) {
    assertThat(of("10.0.0.1", Map.of("X-Forwarded-For", way)).client()).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host, evil.example/path",
    "X-Forwarded-Host, a@b",
    "X-Forwarded-Proto, javascript",
    "X-Forwarded-Port, 80a",
    "X-Forwarded-Prefix, //evil.example",
    "X-Forwarded-Prefix, /a?b",
    "Forwarded, host=a@b",
    "Forwarded, proto=ftp"
  })
  void whatMakesNoSenseIsRefused(String header, String value) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> of("10.0.0.1", Map.of(header, value)))
        .withMessageContaining(header);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, true",
    "127.0.0.1, true",
    "::1, true",
    "2001:db8::/32, true",
    "/8, false",
    "'', false",
    "*, false",
    "proxy.example, false",
    "10.0.0.0/33, false"
  })
  void aRangeIsOneOrNot(String text, boolean range) {
    assertThat(TrustedProxies.isRange(text)).isEqualTo(range);
  }
}
