// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.zookeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedAddressTest {
  /** As Flink's {@code ZooKeeperUtils.writeLeaderInformationToZooKeeper} writes it. */
  private static byte[] published(String address) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeUTF(address);
      out.writeObject(new UUID(1, 2));
    }
    return bytes.toByteArray();
  }

  @Test
  void theAddressIsWhatFlinkHasWritten() throws IOException {
    assertThat(PublishedAddress.in(published("http://jm2:8081")))
        .contains(URI.create("http://jm2:8081"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jm2:8081", "file:///etc/passwd", "http://", "http://a b"})
  void whatIsNoAddressOfAServerIsNone(String text) throws IOException {
    assertThat(PublishedAddress.in(published(text))).isEmpty();
  }

  @Test
  void whatFlinkHasNotWrittenIsNone() throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(object)) {
      out.writeObject(new UUID(1, 2));
    }

    assertThat(PublishedAddress.in(object.toByteArray())).isEmpty();
    assertThat(PublishedAddress.in("http://jm:8081".getBytes(UTF_8))).isEmpty();
    assertThat(PublishedAddress.in(new byte[0])).isEmpty();
  }

  @Test
  void theNodeIsWhereFlinkPublishesHoweverSlashesAreWritten() {
    Duration any = Duration.ofSeconds(1);
    assertThat(new ZooKeeperOptions("zk:2181", "/flink", "/default", any, any).node())
        .isEqualTo("/flink/default/leader/rest_server/connection_info");
    assertThat(new ZooKeeperOptions("zk:2181", "flink/", "prod", any, any).node())
        .isEqualTo("/flink/prod/leader/rest_server/connection_info");
  }
}
