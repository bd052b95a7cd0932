// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.testing.contract.AnswerContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client sends what it is told and hides nothing of the answer. */
class ClassicClientTest {
  private final StubServer server = new StubServer();
  private final ClassicClient client = new ClassicClient(server.baseUri());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAnswerIsShownAsItIs() {
    Answer answer = client.get("/jobs?get=a,b");
    assertThat(answer.status()).isEqualTo(203);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.header("CONTENT-TYPE")).contains("application/json; charset=UTF-8");
    assertThat(answer.json().path("asked").asBoolean()).isTrue();
    assertThat(answer)
        .hasToString("GET /jobs?get=a,b -> 203 application/json; charset=UTF-8 {\"asked\":true}");
  }

  @Test
  void aPathIsSentAsItIsEncoded() {
    client.delete("/jars/a%2Fb.jar");
    client.send("OPTIONS", "/jobs", Map.of());
    assertThat(server.requests())
        .containsExactly("DELETE /jars/a%2Fb.jar null ", "OPTIONS /jobs null ");
  }

  @Test
  void anAnswerThatIsNotAsDescribedIsNoticedHoweverItIsAskedFor() {
    ClassicClient checked = new ClassicClient(server.baseUri(), AnswerContract.checkedIn());

    assertThatThrownBy(() -> checked.get("/jobs?x=1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("listJobIds has no status 203");
    assertThatThrownBy(() -> checked.upload("x.jar", new byte[1]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("uploadJar has no status 203");
    assertThatThrownBy(() -> checked.raw("GET", "/jobs/zzz"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("getJob has no status 203");
  }

  @Test
  void anUploadIsAForm() {
    client.upload("x.jar", "content".getBytes(StandardCharsets.UTF_8));
    assertThat(server.requests().get(0))
        .startsWith("POST /jars/upload multipart/form-data; boundary=")
        .contains(
            "name=\"jarfile\"; filename=\"x.jar\"\r\nContent-Type: application/x-java-archive\r\n\r\ncontent\r\n")
        .endsWith("--\r\n");
  }

  @Test
  void aTruncatedFormHasNoEnd() {
    Multipart form = new Multipart().file("jarfile", "x.jar", "application/zip", new byte[100]);
    assertThat(form.truncatedBody().length).isLessThan(form.body().length);
    assertThat(new String(form.truncatedBody(), StandardCharsets.UTF_8)).doesNotContain("--\r\n");
  }

  @Test
  void aRawRequestGoesOutAsItIsAndItsChunksAreJoined() {
    Answer answer = client.raw("GET", "/jobs/..;/x");
    assertThat(answer.status()).isEqualTo(203);
    assertThat(answer.header("Transfer-Encoding")).contains("chunked");
    assertThat(answer.text()).isEqualTo("{\"asked\":true}");
    assertThat(server.requests()).containsExactly("GET /jobs/..;/x null ");
  }

  @Test
  void aRawRequestMayHaveABody() {
    Answer answer =
        client.raw(
            "POST", "/x", Map.of("Content-Length", "2"), "ab".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.text()).isEqualTo("{\"asked\":true}");
    assertThat(server.requests()).containsExactly("POST /x null ab");
  }

  @Test
  void duplicateKeysAreNotJson() {
    assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Json.parse("{} {}")).isInstanceOf(IllegalArgumentException.class);
  }
}
