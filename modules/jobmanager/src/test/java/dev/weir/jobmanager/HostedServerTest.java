// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.weir.testing.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where Weir does not start, it gives up at once and throws nothing. */
@Timeout(60)
class HostedServerTest {
  private final int port = Ports.free();

  private void acceptWith(Map<String, String> keys) throws IOException {
    try (ServerSocket flink = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("rest.port", Integer.toString(flink.getLocalPort()));
      all.put("weir.port", Integer.toString(port));
      all.putAll(keys);

      assertThatCode(() -> new HostedServer().accept(Configuration.fromMap(all)))
          .doesNotThrowAnyException();
    }
    try (ServerSocket free = new ServerSocket(port)) {
      assertThat(free.isBound()).isTrue();
    }
  }

  @Test
  void nothingListensForOthersWithoutAuthentication() throws IOException {
    acceptWith(Map.of("weir.bind", "0.0.0.0"));
  }

  @Test
  void withoutHighAvailabilityAPortThatFlinkChoosesIsUnknown() throws IOException {
    acceptWith(Map.of("rest.bind-port", "8081-8090"));
  }

  @Test
  void theEnvironmentMaySwitchItOffTooSoTheSettingCountsAgain() throws IOException {
    acceptWith(Map.of("weir.enabled", "false"));
  }
}
