// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.launcher.attackers.Question.Caller;
import dev.weir.testing.CountingFlink;
import dev.weir.testing.WeirLaunch;
import dev.weir.testing.http2.ErrorCode;
import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.Http2Connection;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many connections at once, each with requests of its own, pipelined and between hostile ones:
 * every answer is that of its request.
 */
@Timeout(120)
class CrossedAnswersIT {
  private static final long SEED = Long.getLong("weir.fuzz.seed", 20_261_127);
  private static final List<Caller> CALLERS = List.of(Caller.values());
  private static final int CONNECTIONS = 24;
  private static final int ROUNDS = 40;
  private static final int EACH = 8;

  /** What hides in a body or behind a head that is none; it must not be answered. */
  private static final String HIDDEN =
      new Question(Caller.CAROL, "localhost", false, false, "b", 0).text();

  /** After each of them nothing is read any more. */
  private static final List<String> HOSTILE =
      List.of(
          "GET /overview HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
          "GET /overview HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
          "GET /overview HTTP/1.1\r\nHost : localhost\r\n\r\n",
          "GET /overview HTTP/1.1\r\nHost: localhost\r\n X: folded\r\n\r\n",
          "GET  /overview HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "POST /overview HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
          "POST /overview HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n",
          "POST /overview HTTP/1.1\r\nHost: localhost\r\nContent-Length: +0\r\n\r\n",
          "TRACE /overview HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n",
          "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "POST /jars/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n",
          "GET /overview HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n");

  @TempDir private static Path directory;

  @Order(1)
  @RegisterExtension
  private static final CountingFlink A = new CountingFlink();

  @Order(1)
  @RegisterExtension
  private static final CountingFlink B = new CountingFlink();

  @Order(1)
  @RegisterExtension
  private static final CountingFlink C = new CountingFlink();

  @Order(2)
  @RegisterExtension
  private static final Target CLEAR = Target.clear(CrossedAnswersIT::launch);

  private static WeirLaunch launch(WeirLaunch launch) {
    tokens();
    return launch
        .arguments("--cluster", "a=" + A.address())
        .arguments("--cluster", "b=" + B.address())
        .arguments("--cluster", "c=" + C.address())
        .arguments("--set", "weir.clusters.a.access.view=ALICE,CAROL")
        .arguments("--set", "weir.clusters.b.access.view=BOB,CAROL")
        .arguments("--set", "weir.clusters.c.access.anonymous=view")
        .arguments("--set", "weir.http.hosts=weir.example.org")
        .arguments("--set", "weir.refresh-interval=100 ms")
        .arguments("--set", "weir.security.token.file=" + directory.resolve("tokens"));
  }

  /** A line with name and hash for each caller but the one who shows nothing. */
  private static void tokens() {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      StringBuilder lines = new StringBuilder();
      for (Caller caller : List.of(Caller.ALICE, Caller.BOB, Caller.CAROL)) {
        String hex = HexFormat.of().formatHex(hash.digest(caller.token().getBytes(UTF_8)));
        lines.append(caller).append(':').append(hex).append('\n');
      }
      Files.writeString(directory.resolve("tokens"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void runJobs() {
    Map.of("a", A, "b", B, "c", C)
        .forEach(
            (cluster, flink) ->
                IntStream.range(0, Question.JOBS)
                    .forEach(job -> flink.answers("/jobs/" + Question.id(job), job(cluster, job))));
  }

  private static String job(String cluster, int job) {
    // Long enough to be compressed.
    String name = Question.name(cluster, job) + " long".repeat(1_000);
    return """
        {"jid":"%s","name":"%s","state":"RUNNING","start-time":1,"end-time":-1,"duration":2,"now":3,
        "timestamps":{"RUNNING":1},"vertices":[],"status-counts":{},
        "plan":{"jid":"%1$s","name":"%2$s","nodes":[]}}"""
        .formatted(Question.id(job), name);
  }

  @Test
  void pipelinedAmongHostileRequestsEachIsAnsweredByItsOwn() throws Exception {
    atOnce(CrossedAnswersIT::pipeline);
  }

  @Test
  void multiplexedAmongResetsEachIsAnsweredByItsOwn() throws Exception {
    atOnce(CrossedAnswersIT::multiplex);
  }

  /** What one client does, with a source of chance of its own. */
  @FunctionalInterface
  private interface Work {
    void with(SplittableRandom random) throws IOException;
  }

  private static void atOnce(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<Void>> clients =
          IntStream.range(0, CONNECTIONS)
              .<Callable<Void>>mapToObj(
                  i ->
                      () -> {
                        work.with(new SplittableRandom(SEED + i));
                        return null;
                      })
              .toList();
      for (Future<Void> done : threads.invokeAll(clients)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Question> questions(
      SplittableRandom random, Caller caller, String host, boolean gzip) {
    return IntStream.range(0, EACH).mapToObj(i -> Question.of(random, caller, host, gzip)).toList();
  }

  /** A connection after the other, each of one caller, and each with a hostile end. */
  private static void pipeline(SplittableRandom random) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Caller caller = CALLERS.get(random.nextInt(CALLERS.size()));
      List<Question> questions =
          questions(random, caller, Question.host(random), random.nextBoolean());
      String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
      try (Socket socket = CLEAR.connect()) {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        questions.forEach(question -> all.writeBytes(question.bytes()));
        all.writeBytes((hostile + HIDDEN).getBytes(ISO_8859_1));
        socket.getOutputStream().write(all.toByteArray());
        for (Question question : questions) {
          question.assertAnsweredBy(HttpAnswer.next(in, question.head()));
        }
        socket.shutdownOutput();
        assertRefused(hostile, in);
      }
    }
  }

  private static void assertRefused(String hostile, InputStream in) throws IOException {
    HttpAnswer answer = HttpAnswer.next(in, false);
    assertThat(answer.status())
        .as("%s is answered with %s", hostile, answer)
        .isIn(0, 400, 401, 403, 405, 413, 415, 501);
    assertThat(in.read()).as("what follows the answer to %s", hostile).isEqualTo(-1);
  }

  private static void multiplex(SplittableRandom random) throws IOException {
    for (int round = 0; round < ROUNDS / 4; round++) {
      Caller caller = CALLERS.get(random.nextInt(CALLERS.size()));
      String host = Question.host(random);
      try (Http2Connection connection = CLEAR.http2()) {
        connection.handshake(
            Frame.HEADER_TABLE_SIZE, 0, Frame.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE);
        connection.send(Frame.windowUpdate(0, Integer.MAX_VALUE - 65_535));
        for (int i = 0; i < 4; i++) {
          boolean gzip = random.nextBoolean();
          multiplex(connection, random, questions(random, caller, host, gzip), 4 * EACH * i + 1);
        }
      }
    }
  }

  /** Of two streams, the second is taken back at once. */
  private static void multiplex(
      Http2Connection connection, SplittableRandom random, List<Question> questions, int first) {
    Map<Integer, Question> asked = new HashMap<>();
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      int stream = first + 4 * i;
      asked.put(stream, questions.get(i));
      frames.add(questions.get(i).frame(stream));
      frames.add(questions.get(random.nextInt(EACH)).frame(stream + 2));
      frames.add(Frame.reset(stream + 2, ErrorCode.CANCEL));
    }
    connection.send(frames.toArray(Frame[]::new));
    Map<Integer, Integer> statuses = new HashMap<>();
    Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();
    while (!asked.isEmpty()) {
      Frame frame = connection.next().orElseThrow();
      int stream = frame.stream();
      if (frame.is(Frame.HEADERS, 0)) {
        statuses.put(stream, frame.status());
      } else if (frame.is(Frame.DATA, 0) && asked.containsKey(stream)) {
        bodies
            .computeIfAbsent(stream, s -> new ByteArrayOutputStream())
            .writeBytes(frame.payload());
      }
      if (frame.endsStream() && asked.containsKey(stream)) {
        byte[] body = bodies.getOrDefault(stream, new ByteArrayOutputStream()).toByteArray();
        asked.remove(stream).assertAnsweredBy(answer(statuses.get(stream), body));
      }
    }
  }

  private static HttpAnswer answer(int status, byte[] body) {
    try {
      return HttpAnswer.of(status, "", body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
