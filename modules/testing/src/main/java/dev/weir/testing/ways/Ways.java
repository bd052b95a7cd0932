// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** The clients that there are. */
public final class Ways {
  /** The trait of routes to a Tomcat, in which some requests do not get as far as Weir. */
  public static final String TOMCAT = "Tomcat";

  private static final List<Field> GO =
      List.of(new Field("User-Agent", "Go-http-client/1.1"), new Field("Accept-Encoding", "gzip"));

  private Ways() {}

  /** Nothing but what the table says, by HTTP/1.1. */
  public static Route plain(String server, URI base, Set<String> traits) {
    Way socket = new PlainSocket("HTTP/1.1", List.of());
    return new Route(server + ": a socket, HTTP/1.1", socket, base, traits);
  }

  /**
   * All others to a server without TLS.
   *
   * @param server how it is called in the names of tests
   */
  public static List<Route> inClear(String server, URI base, Set<String> traits) {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("a socket, HTTP/1.0", new PlainSocket("HTTP/1.0", List.of()));
    ways.put("Go's habits", new PlainSocket("HTTP/1.1", GO));
    ways.put("JDK, HTTP/1.1", new JdkClient(jdk(HttpClient.Version.HTTP_1_1)));
    ways.put("JDK, offering HTTP/2", new JdkClient(jdk(HttpClient.Version.HTTP_2)));
    ways.put("curl, HTTP/1.1", new Curl("http1.1"));
    ways.put("curl, HTTP/1.0", new Curl("http1.0"));
    ways.put("Python", new ClientProgram("python3", "client.py"));
    ways.put("Node", new ClientProgram("node", "client.js", "1"));
    return routes(server, base, traits, ways);
  }

  private static List<Route> routes(
      String server, URI base, Set<String> traits, Map<String, Way> ways) {
    return ways.entrySet().stream()
        .map(way -> new Route(server + ": " + way.getKey(), way.getValue(), base, traits))
        .toList();
  }

  /** One that knows that a server without TLS speaks HTTP/2. */
  public static Route knowingHttp2(String server, URI base) {
    Way node = new ClientProgram("node", "client.js", "2");
    return new Route(server + ": Node, HTTP/2", node, base, Set.of());
  }

  /** Those over TLS, which chooses HTTP/2 by ALPN. */
  public static List<Route> overTls(String server, URI base, SSLContext trust) {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("JDK, HTTP/2", new JdkClient(HttpClient.newBuilder().sslContext(trust).build()));
    ways.put("curl, HTTP/2", new Curl("http2"));
    ways.put("curl, HTTP/1.1", new Curl("http1.1"));
    return routes(server, base, Set.of(), ways);
  }

  private static HttpClient jdk(HttpClient.Version version) {
    return HttpClient.newBuilder().version(version).build();
  }
}
