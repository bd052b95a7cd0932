// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import static dev.weir.server.settings.types.ValueTypes.bool;
import static dev.weir.server.settings.types.ValueTypes.duration;
import static dev.weir.server.settings.types.ValueTypes.hosts;
import static dev.weir.server.settings.types.ValueTypes.integer;
import static dev.weir.server.settings.types.ValueTypes.origins;
import static dev.weir.server.settings.types.ValueTypes.ranges;
import static dev.weir.server.settings.types.ValueTypes.size;

import java.time.Duration;
import java.util.List;

/** The settings that say who may call the server, and what a client may take of it. */
public final class HttpKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<List<String>> ALLOW_ORIGIN =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.cors.allow-origin",
                  origins(),
                  "The origins whose pages may use the API in a browser; * is reading by every page.")
              .orFlink(
                  "web.access-control-allow-origin", "jobmanager.web.access-control-allow-origin"));

  public static final Setting<Integer> HEADER_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.http.max-header-bytes",
                  size("1 KiB", "1 MiB"),
                  "16 KiB",
                  "The largest request line and headers together, in bytes.")
              .standaloneOnly());

  public static final Setting<Integer> WORKERS =
      GROUP.add(
          Setting.of(
                  "weir.http.workers",
                  integer(1, 1_000),
                  "16",
                  "The number of threads that read the bodies of requests, uploads above all.")
              .standaloneOnly());

  public static final Setting<Duration> IDLE_TIMEOUT =
      GROUP.add(
          Setting.of(
                  "weir.http.idle-timeout",
                  duration(),
                  "60 s",
                  "How long a client's connection may be idle before it is closed.")
              .standaloneOnly());

  public static final Setting<List<String>> HOSTS =
      GROUP.add(
          Setting.withoutDefault(
              "weir.http.hosts",
              hosts(),
              "Names that clients may call this server by, besides localhost, that of weir.bind and that of the machine; * is any."));

  public static final Setting<List<String>> TRUSTED_PROXIES =
      GROUP.add(
          Setting.withoutDefault(
              "weir.http.trusted-proxies",
              ranges(),
              "Addresses and ranges, by commas, of the proxies whose Forwarded and X-Forwarded headers count."));

  public static final Setting<Integer> MAX_URL_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.http.max-url-bytes",
                  size("256", "1 MiB"),
                  "8 KiB",
                  "The longest path and query of a request together, in bytes.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_OPTIONS_BYTES =
      GROUP.add(
          Setting.of(
              "weir.http.max-options-bytes",
              size("256", "16 MiB"),
              "1 MiB",
              "The longest body of a request that uploads nothing, such as the JSON of a run, in bytes."));

  public static final Setting<Duration> REQUEST_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.http.request-timeout",
              duration(),
              "20 s",
              "How long the headers of a request may take to arrive."));

  public static final Setting<Integer> MIN_BYTES_PER_SECOND =
      GROUP.add(
          Setting.of(
              "weir.http.min-bytes-per-second",
              integer(0, 1 << 30),
              "1024",
              "What the body of a request must arrive at on average; 0 is no limit."));

  public static final Setting<Integer> MAX_CONNECTIONS =
      GROUP.add(
          Setting.of(
                  "weir.http.max-connections",
                  integer(1, 1_000_000),
                  "20000",
                  "How many connections may be open; more are closed at once.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_CONNECTIONS_PER_CLIENT =
      GROUP.add(
          Setting.of(
                  "weir.http.max-connections-per-client",
                  integer(1, 1_000_000),
                  "10000",
                  "How many of them may be from one address, or one /64 of IPv6.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_REQUESTS_PER_CLIENT =
      GROUP.add(
          Setting.of(
                  "weir.http.max-requests-per-client",
                  integer(1, 1_000_000),
                  "4000",
                  "How many requests of one address may be under way; more are answered with 429.")
              .standaloneOnly());

  public static final Setting<Integer> REQUESTS_PER_SECOND =
      GROUP.add(
          Setting.of(
                  "weir.http.requests-per-second",
                  integer(0, 1_000_000),
                  "0",
                  "How many requests one address may make in a second on average, ten times that at once; 0 is no limit.")
              .standaloneOnly());

  public static final Setting<Long> MAX_UNSENT_BYTES =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.http.max-unsent-bytes",
                  size(),
                  "How many bytes of answers all clients may have to take still, and each connection a quarter of that; without it an eighth of the heap.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_STREAMS =
      GROUP.add(
          Setting.of(
                  "weir.http.max-streams",
                  integer(1, 10_000),
                  "128",
                  "How many requests may be under way on one connection of HTTP/2.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_TRANSFERS_PER_CLIENT =
      GROUP.add(
          Setting.of(
              "weir.http.max-transfers-per-client",
              integer(1, 1_000),
              "8",
              "How many logs one address may be sent at a time, and how many request bodies it may be sending; more are answered with 429."));

  public static final Setting<Duration> WATCHDOG_TIMEOUT =
      GROUP.add(
          Setting.of(
                  "weir.http.watchdog-timeout",
                  duration(),
                  "5 s",
                  "How long a network thread may be busy with one connection before that is logged and the connection closed.")
              .standaloneOnly());

  public static final Setting<Integer> CONTROL_FRAMES_PER_SECOND =
      GROUP.add(
          Setting.of(
                  "weir.http.control-frames-per-second",
                  integer(1, 1_000_000),
                  "100",
                  "How many frames of HTTP/2 that carry no request one connection may send in a second on average, ten times that at once.")
              .standaloneOnly());

  public static final Setting<Boolean> H2C =
      GROUP.add(
          Setting.of(
                  "weir.http.h2c",
                  bool(),
                  "false",
                  "Whether HTTP/2 is spoken without TLS, to clients that begin with it; with TLS it always is.")
              .standaloneOnly());

  public static final Setting<Boolean> HOT_ANSWERS =
      GROUP.add(
          Setting.of(
                  "weir.http.hot-answers",
                  bool(),
                  "true",
                  "Keeps ready answers for repeated requests; false makes each request pass through every filter.")
              .standaloneOnly());

  private HttpKeys() {}

  /** Every setting of the group. */
  public static List<Setting<?>> all() {
    return GROUP.all();
  }
}
