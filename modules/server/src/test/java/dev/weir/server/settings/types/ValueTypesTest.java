// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weir.model.FlinkSeries;
import dev.weir.model.clusters.ClusterName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type takes and what it does not. */
class ValueTypesTest {

  @ParameterizedTest
  @CsvSource({
    "3 s, PT3S",
    "3s, PT3S",
    "3 seconds, PT3S",
    "500 ms, PT0.5S",
    "1500 millis, PT1.5S",
    "1 min, PT1M",
    "2 m, PT2M",
    "10 Minutes, PT10M",
    "2h, PT2H",
    "1 d, PT24H",
    "365 days, PT8760H",
    "5000 µs, PT0.005S",
    "1000000 ns, PT0.001S",
    "PT3S, PT3S",
    "pt1m30s, PT1M30S",
    "P1D, PT24H",
    "' 3 s ', PT3S"
  })
  void aDurationIsReadAsFlinkAndAsIsoWriteIt(String text, Duration duration) {
    assertThat(ValueTypes.duration().parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "s",
        "-3 s",
        "PT-3S",
        "0 s",
        "PT0S",
        "1 ns",
        "366 d",
        "3 parsecs",
        "1.5 s",
        "3 s s",
        "999999999999999999 d",
        "9999999999999999999 s",
        "3 ss",
        "P",
        "٣ s"
      })
  void whatIsNoPositiveDurationWithAUnitIsRefused(String text) {
    assertThat(ValueTypes.duration().parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.3, V2_3", "2, V2_3", "2.3.0, V2_3", "1.20, V1_20", "1, V1_20", "1.20.5, V1_20"})
  void aFlinkIsChosenByItsSeriesItsMajorOrItsFullVersion(String text, FlinkSeries series) {
    assertThat(ValueTypes.flinkSeries().parse(text)).contains(series);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1024 b, 1024",
    "64 kb, 65536",
    "64k, 65536",
    "64 KiB, 65536",
    "64 mb, 67108864",
    "100 MiB, 104857600",
    "1g, 1073741824",
    "2 gibibytes, 2147483648",
    "1 TB, 1099511627776"
  })
  void aSizeIsReadAsFlinkWritesIt(String text, long bytes) {
    assertThat(ValueTypes.size().parse(text)).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mb", "0", "-1", "1.5 gb", "1 petabyte", "9000000 tb", "1 m b"})
  void whatIsNoPositiveSizeIsRefused(String text) {
    assertThat(ValueTypes.size().parse(text)).isEmpty();
  }

  @Test
  void aSizeForAnArrayHasBounds() {
    ValueType<Integer> type = ValueTypes.size("1 KiB", "2047 MiB");

    assertThat(type.parse("1 kb")).contains(1024);
    assertThat(type.parse("2047 mb")).contains(2047 << 20);
    assertThat(type.parse("1023")).isEmpty();
    assertThat(type.parse("2 gb")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "0.0.0.0",
        "::",
        "::1",
        "fe80::1",
        "my_host.example.org"
      })
  void aHostIsANameOrAnAddress(String text) {
    assertThat(ValueTypes.host().parse(text)).contains(text);
  }

  @Test
  void theBracketsOfAnIpv6AddressAreDropped() {
    assertThat(ValueTypes.host().parse("[::1]")).contains("::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "a b", "localhost:80", "http://a", "a/b", "[a]", ":::", "1::2::3"})
  void whatIsNoHostIsRefused(String text) {
    assertThat(ValueTypes.host().parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jm:8081",
        "https://flink.example.org/team-a",
        "http://[::1]:8081",
        "HTTP://jm"
      })
  void aClusterHasHttpUrls(String text) {
    assertThat(ValueTypes.addresses().parse(text)).contains(List.of(URI.create(text)));
    assertThat(ValueTypes.addresses().parse(text + "/ , http://other/"))
        .contains(List.of(URI.create(text), URI.create("http://other")));
    assertThat(ValueTypes.clusters().parse("a=" + text + " b=embedded;" + text))
        .hasValueSatisfying(
            clusters ->
                assertThat(clusters)
                    .containsExactly(
                        entry(new ClusterName("a"), List.of(URI.create(text))),
                        entry(new ClusterName("b"), List.of()),
                        entry(new ClusterName("default"), List.of(URI.create(text)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jm:8081",
        "ftp://jm",
        "http://",
        "http:///x",
        "http://jm:99999",
        "http://jm:0",
        "http://me@jm",
        "http://jm?a=b",
        "http://jm#a",
        "http:jm"
      })
  void whatIsNoUrlOfAClusterIsRefused(String text) {
    assertThat(ValueTypes.addresses().parse(text)).isEmpty();
    assertThat(ValueTypes.addresses().parse("http://jm," + text)).isEmpty();
    assertThat(ValueTypes.clusters().parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod/eu=http://jm",
        "=http://jm",
        "prod\u00e9=http://jm",
        "-prod=http://jm",
        "overview=http://jm",
        "jobs=http://jm",
        "a=http://jm a=http://other",
        "http://jm http://other"
      })
  void aNameThatIsOddOrTakenIsRefused(String text) {
    assertThat(ValueTypes.clusters().parse(text)).isEmpty();
  }

  @Test
  void headersAreOneALine() {
    assertThat(ValueTypes.headers().parse("X-Tenant: a\n\nX-Other: b: c"))
        .contains(Map.of("X-Tenant", "a", "X-Other", "b: c"));
    assertThat(ValueTypes.headers().parse("no colon")).isEmpty();
    assertThat(ValueTypes.headers().parse("a b: c")).isEmpty();
    assertThat(ValueTypes.headers().parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "https://a.example.org", "http://localhost:3000"})
  void anOriginIsAStarOrSchemeHostAndPort(String text) {
    assertThat(ValueTypes.origins().parse(text)).contains(List.of(text));
  }

  @Test
  void originsAreByCommas() {
    assertThat(ValueTypes.origins().parse("https://a, http://b:3000"))
        .contains(List.of("https://a", "http://b:3000"));
  }

  @Test
  void hostsAreNamesWithoutPorts() {
    assertThat(ValueTypes.hosts().parse("a.example.org, b"))
        .contains(List.of("a.example.org", "b"));
    assertThat(ValueTypes.hosts().parse("*")).contains(List.of("*"));
    assertThat(ValueTypes.hosts().parse("a:80")).isEmpty();
    assertThat(ValueTypes.hosts().parse("a, *")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "https://a/", "https://a, *", "**", "a.example.org"})
  void whatIsNoOriginIsRefused(String text) {
    assertThat(ValueTypes.origins().parse(text)).isEmpty();
  }

  @Test
  void aPathWithANulIsRefused() {
    assertThat(ValueTypes.path().parse("/tmp/\0")).isEmpty();
  }
}
