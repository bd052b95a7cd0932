// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.testing.container.ContainerLaunch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Tomcat's own manager, by its text interface. */
final class TomcatManager {
  private static final String USERS =
      """
      <tomcat-users>
        <role rolename="manager-script"/>
        <user username="deployer" password="deployer" roles="manager-script"/>
      </tomcat-users>
      """;
  private static final String CREDENTIALS =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("deployer:deployer".getBytes(StandardCharsets.UTF_8));

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  TomcatManager(URI tomcat) {
    this.base = tomcat.resolve("manager/text/");
  }

  /** Lets it in. */
  static ContainerLaunch allowed(ContainerLaunch launch) {
    return launch.file("conf/tomcat-users.xml", USERS);
  }

  /** Puts a WAR at a context path, in place of what is there; returns when it has started. */
  void deploy(String path, Path war) {
    try {
      send("PUT", "deploy?update=true&path=" + path, BodyPublishers.ofFile(war));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes an application away. */
  void undeploy(String path) {
    send("GET", "undeploy?path=" + path, BodyPublishers.noBody());
  }

  /** The applications that were stopped and are still in memory after a garbage collection. */
  List<String> leaks() {
    return send("GET", "findleaks", BodyPublishers.noBody())
        .lines()
        .filter(line -> line.startsWith("/"))
        .toList();
  }

  private String send(String method, String command, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(command))
            .header("Authorization", CREDENTIALS)
            .timeout(Duration.ofMinutes(1))
            .method(method, body)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(command).isEqualTo(200);
      assertThat(answer.body()).doesNotStartWith("FAIL");
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
