// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a client sends is never the server's fault. The seed of a failure is in its message. */
@Timeout(120)
class OddInputTest {
  private static final long SEED = 20_261_127;

  /** Of each header; {@code -Dweir.odd-values=10000} tries more. */
  private static final int VALUES = Integer.getInteger("weir.odd-values", 100);

  private static final int FORMS = 500;
  private static final int JARS = 500;
  private static final URI BASE = URI.create("http://localhost/");
  private static final String BOUNDARY = "aab";

  /** What values are made of besides noise. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "W/\"x\"",
          "*",
          ",",
          ";",
          "=",
          "q=0.5",
          "q=x",
          "/",
          "a/b",
          "bytes=",
          "-",
          "0-499",
          "999999999999999999999",
          ":",
          "gzip",
          "identity",
          "charset",
          "Sat, 29 Oct 1994",
          "GMT",
          "http://",
          "[::1",
          "%",
          "\\",
          "(",
          "de-CH",
          "$Version=1",
          "for=\"[",
          "proto=",
          "\t",
          "é",
          "\u0000",
          "-1",
          "1e9",
          "Basic ",
          "Bearer ",
          "====",
          "a.b.c");

  private final Random random = new Random(SEED);
  private ApiOfOneCluster api;
  private ApplicationHandler handler;

  @BeforeEach
  void startTheApi() throws Exception {
    api = new ApiOfOneCluster();
    handler = new ApplicationHandler(api.application());
  }

  @AfterEach
  void endTheApi() {
    api.close();
  }

  private ContainerRequest request(String method, String path) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve(path),
            method,
            null,
            new MapPropertiesDelegate(),
            handler.getConfiguration());
    request.header("Host", ApiOfOneCluster.HOST);
    return request;
  }

  private int status(ContainerRequest request) throws Exception {
    return handler.apply(request, new ByteArrayOutputStream()).get().getStatus();
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, '\"a\", W/\"b\"'",
    "If-Match, '\"a\"'",
    "If-Modified-Since, 'Sat, 29 Oct 1994 19:43:31 GMT'",
    "If-Unmodified-Since, 'Sat, 29 Oct 1994 19:43:31 GMT'",
    "If-Range, '\"a\"'",
    "Accept, 'text/html;q=0.8, */*'",
    "Accept-Charset, 'utf-8, iso-8859-1;q=0.5'",
    "Accept-Encoding, 'gzip;q=0.5, identity'",
    "Accept-Language, 'de-CH, en;q=0.7'",
    "Authorization, 'Basic YTpi'",
    "Cache-Control, 'max-age=0'",
    "Content-Encoding, gzip",
    "Content-Language, de",
    "Content-Length, 0",
    "Content-Type, 'application/json; charset=utf-8'",
    "Cookie, '$Version=1; a=\"b\"; c=d'",
    "Date, 'Sat, 29 Oct 1994 19:43:31 GMT'",
    "Expect, 100-continue",
    "Forwarded, 'for=\"[2001:db8::1]:80\";proto=https;host=a:1'",
    "Host, 'localhost:8081'",
    "Link, '<http://a>; rel=next'",
    "Origin, http://localhost:1",
    "Range, 'bytes=0-499, -500'",
    "Referer, http://localhost/",
    "Sec-Fetch-Site, same-origin",
    "Transfer-Encoding, chunked",
    "User-Agent, 'Mozilla/5.0 (X; MSIE 6)'",
    "X-Forwarded-For, '10.0.0.1, [::1]:80'",
    "X-Forwarded-Host, 'a:80'",
    "X-HTTP-Method-Override, DELETE"
  })
  void aHeaderIsNeverTooOdd(String name, String ordinary) throws Exception {
    for (int i = 0; i < VALUES; i++) {
      String value = mutated(ordinary);
      ContainerRequest request =
          i % 64 == 0
              ? request("POST", "/jobs/00000000000000000000000000000000/stop")
              : request("GET", i % 2 == 0 ? "/overview" : "/config");
      request.getHeaders().putSingle(name, value);
      int status = status(request);
      assertThat(status).as("seed %d, %s: %s", SEED, name, shown(value)).isBetween(200, 499);
    }
  }

  private String mutated(String ordinary) {
    StringBuilder value = new StringBuilder(ordinary);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(value.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> value.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> value.delete(at, Math.min(value.length(), at + 1 + random.nextInt(5)));
        case 2 -> value.insert(at, (char) random.nextInt(256));
        default -> value.replace(at, value.length(), value.substring(0, at / 2));
      }
    }
    return value.toString();
  }

  private static String shown(String value) {
    return value + " " + HexFormat.of().formatHex(value.getBytes(ISO_8859_1));
  }

  @Test
  void aFormIsNeverTooOdd() throws Exception {
    for (int i = 0; i < FORMS; i++) {
      byte[] form =
          mutated(form("Content-Type: application/java-archive\r\n", "x".getBytes(ISO_8859_1)));
      assertThat(upload(form))
          .as("seed %d, form %d: %s", SEED, i, new String(form, ISO_8859_1))
          .isBetween(200, 499);
    }
  }

  /** Be it Grizzly's, of a broken transfer encoding, or a container's. */
  @Test
  void whateverIsThrownByTheBodyIsTheClients() throws Exception {
    for (Exception thrown :
        List.of(
            new IOException("broken"),
            new EOFException(),
            new IllegalStateException("broken"),
            new UncheckedIOException(new IOException("broken")),
            new ArrayIndexOutOfBoundsException(3))) {
      byte[] form = form("", jar());
      ContainerRequest request = request("POST", "/jars/upload");
      request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
      request.setEntityStream(
          new SequenceInputStream(
              new ByteArrayInputStream(form, 0, form.length / 2), new Broken(thrown)));

      assertThat(status(request)).as("%s", thrown).isEqualTo(400);
    }
  }

  private static final class Broken extends InputStream {
    private final Exception thrown;

    Broken(Exception thrown) {
      this.thrown = thrown;
    }

    @Override
    public int read() throws IOException {
      if (thrown instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) thrown;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }

  @Test
  void aJarIsNeverTooOdd() throws Exception {
    byte[] jar = jar();
    for (int i = 0; i < JARS; i++) {
      byte[] mutated = mutated(jar);
      int status = upload(form("", mutated));
      // A jar that is one still is handed on, to a cluster that takes none.
      assertThat(status)
          .as("seed %d, jar %d: %s", SEED, i, HexFormat.of().formatHex(mutated))
          .isIn(200, 400, 502);
    }
  }

  private int upload(byte[] form) throws Exception {
    ContainerRequest request = request("POST", "/jars/upload");
    request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    request.setEntityStream(new BufferedInputStream(new ByteArrayInputStream(form), 16));
    return status(request);
  }

  private byte[] mutated(byte[] whole) {
    byte[] mutated = whole.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(mutated.length) : mutated.length;
    return Arrays.copyOf(mutated, length);
  }

  private static byte[] form(String header, byte[] content) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.jar\"\r\n"
                + header
                + "\r\n")
            .getBytes(ISO_8859_1));
    form.writeBytes(content);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
    return form.toByteArray();
  }

  private static byte[] jar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "a.Main");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry("a/Main.class"));
      jar.write("nothing but words, words, words".getBytes(ISO_8859_1));
      jar.setComment("words");
    }
    return bytes.toByteArray();
  }
}
