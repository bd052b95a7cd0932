// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of which everything shows in its answer: who asks, by which name of the server, for
 * which document, in which encoding.
 */
record Question(Caller caller, String host, boolean gzip, boolean head, String cluster, int job) {
  static final int JOBS = 8;
  private static final List<String> CLUSTERS = List.of("a", "b", "c");
  private static final List<String> HOSTS =
      List.of("localhost", "127.0.0.1", "weir.example.org", "weir.example.org:99");
  private static final String FOREIGN = "evil.example";
  private static final Pattern SERVER = Pattern.compile("\"servers\":\\[\\{\"url\":\"([^\"]*)\"");

  /** Somebody with a token, who may see some clusters; the last one shows none. */
  enum Caller {
    ALICE("ac"),
    BOB("bc"),
    CAROL("abc"),
    NOBODY("c");

    private final String clusters;

    Caller(String clusters) {
      this.clusters = clusters;
    }

    String token() {
      return "weir_" + name();
    }
  }

  /** One of somebody's. */
  static Question of(RandomGenerator random, Caller caller, String host, boolean gzip) {
    return new Question(
        caller,
        host,
        gzip,
        random.nextInt(6) == 0,
        CLUSTERS.get(random.nextInt(CLUSTERS.size())),
        random.nextInt(JOBS + 1));
  }

  /** A name of the server, or now and then one that is not. */
  static String host(RandomGenerator random) {
    return random.nextInt(6) == 0 ? FOREIGN : HOSTS.get(random.nextInt(HOSTS.size()));
  }

  /** The name of a job, which is nowhere but in its document. */
  static String name(String cluster, int job) {
    return "the job %d of cluster %s".formatted(job, cluster);
  }

  static String id(int job) {
    return "%032x".formatted(job + 1);
  }

  /** The last is the description of the API, which has the server's name in it. */
  private boolean isDescription() {
    return job == JOBS;
  }

  private String path() {
    return isDescription() ? "/openapi.json" : "/clusters/" + cluster + "/jobs/" + id(job);
  }

  String text() {
    return (head ? "HEAD " : "GET ")
        + path()
        + " HTTP/1.1\r\nHost: "
        + host
        + "\r\n"
        + (gzip ? "Accept-Encoding: gzip\r\n" : "")
        + (caller == Caller.NOBODY ? "" : "Authorization: Bearer " + caller.token() + "\r\n")
        + "\r\n";
  }

  byte[] bytes() {
    return text().getBytes(ISO_8859_1);
  }

  Frame frame(int stream) {
    HeaderBlock block =
        HeaderBlock.of(
            ":method",
            head ? "HEAD" : "GET",
            ":scheme",
            "http",
            ":path",
            path(),
            ":authority",
            host);
    if (gzip) {
      block = block.with("accept-encoding", "gzip");
    }
    if (caller != Caller.NOBODY) {
      block = block.with("authorization", "Bearer " + caller.token());
    }
    return Frame.headers(stream, true, block);
  }

  /** Fails unless an answer is that to this and to no other. */
  void assertAnsweredBy(HttpAnswer answer) {
    String what = text() + " was answered with " + answer;
    if (host.equals(FOREIGN)) {
      assertThat(answer.status()).as(what).isEqualTo(403);
    } else if (isDescription()) {
      assertThat(answer.status()).as(what).isEqualTo(200);
    } else if (caller.clusters.contains(cluster)) {
      assertThat(answer.status()).as(what).isEqualTo(200);
    } else {
      assertThat(answer.status()).as(what).isEqualTo(caller == Caller.NOBODY ? 401 : 403);
    }
    if (head) {
      assertThat(answer.content()).as(what).isEmpty();
    } else if (answer.status() != 200) {
      assertThat(answer.content()).as(what).contains("\"status\":" + answer.status());
    } else if (isDescription()) {
      assertThat(server(answer)).as(text()).isEqualTo("http://" + host);
    } else {
      assertThat(answer.content()).as(what).contains("\"" + name(cluster, job) + " long");
    }
    if (isDescription()) {
      assertThat(answer.compressed() && !gzip).as(what).isFalse();
    } else {
      assertThat(answer.compressed()).as(what).isEqualTo(gzip && !head && answer.status() == 200);
    }
  }

  private static String server(HttpAnswer description) {
    Matcher server = SERVER.matcher(description.content());
    return server.find() ? server.group(1).replaceFirst(":80$", "") : "none";
  }
}
