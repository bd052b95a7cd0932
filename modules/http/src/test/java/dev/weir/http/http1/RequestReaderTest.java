// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed on of what arrives. In the tables, an end of line is written as {@code |}. */
class RequestReaderTest {
  private static final int MAX_HEAD = 400;
  private static final String LOCAL = "127.0.0.1:8081";
  private static final String HOST = "Host: a|";

  private static byte[] bytes(String text) {
    return text.replace("|", "\r\n").getBytes(ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replace("\r\n", "|");
  }

  /** All that is passed on, request by request where they end at once. */
  private static List<String> passed(byte[] input, int... cuts) throws Malformed {
    RequestReader reader = new RequestReader(MAX_HEAD, LOCAL);
    List<String> passed = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i < cuts.length ? cuts[i] : input.length;
      ByteBuffer in = ByteBuffer.wrap(input, from, to - from);
      while (in.hasRemaining()) {
        passed.add(text(reader.read(in)));
      }
      from = to;
    }
    return passed;
  }

  private static Malformed refused(String input) {
    Malformed refused = catchThrowableOfType(Malformed.class, () -> passed(bytes(input)));
    assertThat(refused).as(input).isNotNull();
    return refused;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "GET / HTTP/1.1|Host: a|| > GET / HTTP/1.1|Host: a||",
        "GET /x?y=z HTTP/1.1|host:a|| > GET /x?y=z HTTP/1.1|Host: a||",
        "GET / HTTP/1.1|Host:  a  |X: b c || > GET / HTTP/1.1|X: b c|Host: a||",
        "|GET / HTTP/1.1|Host: a|| > GET / HTTP/1.1|Host: a||",
        "GET / HTTP/1.0|| > GET / HTTP/1.0|Host: 127.0.0.1:8081||",
        "GET / HTTP/1.0|Connection: Keep-Alive|| > GET / HTTP/1.0|Host: 127.0.0.1:8081|Connection: keep-alive||",
        "GET http://a/x HTTP/1.1|Host: a|| > GET /x HTTP/1.1|Host: a||",
        "GET http://a?x HTTP/1.1|Host: A|| > GET /?x HTTP/1.1|Host: A||",
        "OPTIONS * HTTP/1.1|Host: a|| > OPTIONS * HTTP/1.1|Host: a||",
        "GET / HTTP/1.1|Host: a|Upgrade: h2c|HTTP2-Settings: AA|Connection: Upgrade, HTTP2-Settings|| > GET / HTTP/1.1|Host: a||",
        "GET / HTTP/1.1|Host: a|Connection: close, X|| > GET / HTTP/1.1|Host: a|Connection: close||",
        "GET / HTTP/1.1|Host: a|Content-Length: 0|| > GET / HTTP/1.1|Host: a||",
        "GET / HTTP/1.1|Host: a|Content-Length: 2||{} > GET / HTTP/1.1|Host: a||",
        "OPTIONS / HTTP/1.1|Host: a|Transfer-Encoding: chunked||2|{}|0|| > OPTIONS / HTTP/1.1|Host: a||",
        "TRACE / HTTP/1.1|Host: a|Content-Length: 3||abc > TRACE / HTTP/1.1|Host: a||",
        "get / HTTP/1.1|Host: a|Transfer-Encoding: chunked||2|{}|0|| > get / HTTP/1.1|Host: a||",
        "DELETE / HTTP/1.1|Host: a|Content-Length: 2||{} > DELETE / HTTP/1.1|Host: a|Content-Length: 2||{}",
        "POST / HTTP/1.1|Host: a|Content-Length: 3||abc > POST / HTTP/1.1|Host: a|Content-Length: 3||abc",
        "POST / HTTP/1.1|Host: a|Expect: 100-continue|Content-Length: 3||abc > POST / HTTP/1.1|Host: a|Expect: 100-continue|Content-Length: 3||abc",
        "GET / HTTP/1.1|Host: a|Expect: 100-continue|Content-Length: 3||abc > GET / HTTP/1.1|Host: a|Connection: close||",
        "POST / HTTP/1.1|Host: a|Transfer-Encoding: Chunked||3;x=y|abc|0|A: b|| > POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||3|abc|0||",
        "GET /{a}[b] HTTP/1.1|Host: a|| > GET /%7Ba%7D[b] HTTP/1.1|Host: a||",
      })
  void wellFormedRequestsArePassedOnInOneForm(String input, String expected) throws Malformed {
    assertThat(String.join("", passed(bytes(input)))).isEqualTo(expected);
  }

  @Test
  void lettersOfOtherAlphabetsAreEncoded() throws Malformed {
    byte[] input = bytes("GET /\u00c3\u00a9?\"<>= HTTP/1.1|Host: a||");

    assertThat(passed(input)).containsExactly("GET /%C3%A9?%22%3C%3E= HTTP/1.1|Host: a||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / |",
        "GET /|",
        "GET|",
        "GET  / HTTP/1.1|Host: a||",
        "GET /  HTTP/1.1|Host: a||",
        "GET / HTTP/1.1 |Host: a||",
        " GET / HTTP/1.1|Host: a||",
        "G{T / HTTP/1.1|Host: a||",
        "GET /a b HTTP/1.1|Host: a||",
        "GET x HTTP/1.1|Host: a||",
        "GET * HTTP/1.1|Host: a||",
        "GET ftp://a/ HTTP/1.1|Host: a||",
        "GET /#x HTTP/1.1|Host: a||",
        "GET /\u0000 HTTP/1.1|Host: a||",
        "GET / http/1.1|Host: a||",
        "GET / HTTP/1.10|Host: a||",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\rHost: a||",
        "GET / HTTP/1.1|Host: a\n|",
        "GET / HTTP/1.1|Host: a|\r|",
        "GET / HTTP/1.1||",
        "GET / HTTP/1.1|Host:||",
        "GET / HTTP/1.1|Host: a|Host: a||",
        "GET / HTTP/1.1|Host: a|host: b||",
        "GET / HTTP/1.1|Host: a:x||",
        "GET / HTTP/1.1|Host: a b||",
        "GET / HTTP/1.1|Host: u@a||",
        "GET / HTTP/1.0|Host: a|Host: b||",
        "GET http://b/ HTTP/1.1|Host: a||",
        "GET http:///x HTTP/1.1|Host: a||",
        "GET / HTTP/1.1|Host: a|X y||",
        "GET / HTTP/1.1|Host: a|X : y||",
        "GET / HTTP/1.1|Host: a| X: y||",
        "GET / HTTP/1.1|Host: a|X: y| z||",
        "GET / HTTP/1.1|Host: a|: y||",
        "GET / HTTP/1.1|Host: a|X\u0000: y||",
        "GET / HTTP/1.1|Host: a|X: y\u0000||",
        "GET / HTTP/1.1|Host: a|X: \u0007||",
        "POST / HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 1||a",
        "POST / HTTP/1.1|Host: a|Content-Length: 1, 1||a",
        "POST / HTTP/1.1|Host: a|Content-Length: +1||a",
        "POST / HTTP/1.1|Host: a|Content-Length: -1||a",
        "POST / HTTP/1.1|Host: a|Content-Length: 0x1||a",
        "POST / HTTP/1.1|Host: a|Content-Length: 1 1||a",
        "POST / HTTP/1.1|Host: a|Content-Length:||a",
        "POST / HTTP/1.1|Host: a|Content-Length: 3|Transfer-Encoding: chunked||0||",
        "POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||",
        "POST / HTTP/1.0|Transfer-Encoding: chunked||0||",
      })
  void anythingElseIsRefused(String input) {
    assertThat(refused(input).kind().status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "405 > CONNECT a:80 HTTP/1.1|Host: a||",
        "505 > GET / HTTP/2.0|Host: a||",
        "505 > PRI * HTTP/2.0||SM||",
        "413 > POST / HTTP/1.1|Host: a|Content-Length: 99999999999999999999||",
        "417 > POST / HTTP/1.1|Host: a|Expect: more||",
        "501 > POST / HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked||",
        "501 > POST / HTTP/1.1|Host: a|Transfer-Encoding: identity||",
        "501 > POST / HTTP/1.1|Host: a|Transfer-Encoding: xchunked||",
        "501 > POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked;q=1||",
        "501 > POST / HTTP/1.1|Host: a|Transfer-Encoding:||",
      })
  void whatIsWellFormedAndNotServedIsRefusedForThat(int status, String input) {
    assertThat(refused(input).kind().status()).isEqualTo(status);
  }

  @Test
  void aHeadHasALimit() {
    assertThat(refused("GET /" + "a".repeat(MAX_HEAD) + " HTTP/1.1|").kind().status())
        .isEqualTo(414);
    assertThat(refused("GET / HTTP/1.1|X: " + "a".repeat(MAX_HEAD)).kind().status()).isEqualTo(431);
    assertThat(new RequestReader(100_000, LOCAL))
        .satisfies(
            reader -> {
              byte[] many = bytes("GET / HTTP/1.1|Host: a|" + "X: y|".repeat(100) + "|");
              assertThat(
                      catchThrowableOfType(
                              Malformed.class, () -> reader.read(ByteBuffer.wrap(many)))
                          .kind()
                          .status())
                  .isEqualTo(431);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x|",
        "|",
        "-1|",
        "0x1|",
        " 1|",
        "1 1|",
        "1\n",
        "1;\u0000|",
        "1;a\n",
        "1000000000000000|",
        "3|abcd",
        "3|abc\n",
        "3|abc||",
        "0|X y\n",
        "0|\n",
      })
  void whatIsNoChunkEndsTheBodyAndTheConnection(String chunks) throws Malformed {
    String head = "POST / HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||";
    String hidden = "GET /hidden HTTP/1.1|Host: a||";

    String passed = String.join("", passed(bytes(head + chunks + hidden)));

    assertThat(passed).endsWith("!|").doesNotContain("hidden");
  }

  @Test
  void requestsOfOneConnectionArePassedOnOneByOne() throws Malformed {
    String get = "GET / HTTP/1.1|" + HOST + "|";
    String post = "POST / HTTP/1.1|" + HOST + "Content-Length: 3||GET";
    String head = "POST / HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||";
    String end = "3|abc|0||";

    assertThat(passed(bytes(get + post + "|" + head + end + get)))
        .containsExactly(get, post, head + end, get);
  }

  /** However the network cuts it. */
  @Test
  void whatIsPassedOnDoesNotDependOnHowItArrives() throws Malformed {
    String post =
        "POST / HTTP/1.1|" + HOST + "Transfer-Encoding: chunked||3;a|abc|5|defgh|0|X: y||";
    byte[] input =
        bytes(
            "GET /a HTTP/1.1|"
                + HOST
                + "|"
                + post
                + "POST /b HTTP/1.1|"
                + HOST
                + "Content-Length: 4||abcd"
                + "GET /c HTTP/1.1|"
                + HOST
                + "Content-Length: 2||{}"
                + "GET /d HTTP/1.1|"
                + HOST
                + "|");
    String whole = unchunked(passed(input));
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      int[] cuts = random.ints(random.nextInt(20), 0, input.length).sorted().toArray();
      assertThat(unchunked(passed(input, cuts))).as("%s", (Object) cuts).isEqualTo(whole);
    }
    int[] all = new int[input.length];
    java.util.Arrays.setAll(all, i -> i);
    assertThat(unchunked(passed(input, all))).isEqualTo(whole);
  }

  /** Chunks may be cut where their bytes were. */
  private static String unchunked(List<String> passed) {
    return String.join("", passed).replaceAll("(?<=\\|)[0-9a-f]\\|([a-h]+)\\|", "$1");
  }

  @Test
  void aBodyThatIsPassedOverHasALimit() throws Malformed {
    RequestReader reader = new RequestReader(MAX_HEAD, LOCAL);
    reader.read(ByteBuffer.wrap(bytes("GET / HTTP/1.1|Host: a|Content-Length: 99999999||")));
    byte[] megabyte = new byte[1 << 20];
    for (int i = 0; i < 17; i++) {
      assertThat(reader.isOver()).isFalse();
      assertThat(reader.read(ByteBuffer.wrap(megabyte))).isEmpty();
    }
    assertThat(reader.isOver()).isTrue();
  }
}
