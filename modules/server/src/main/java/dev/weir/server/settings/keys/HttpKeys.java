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

/** The settings of who may call the server, and of the limits of a client. */
public final class HttpKeys {
  private static final SettingGroup GROUP = new SettingGroup();

  public static final Setting<List<String>> ALLOW_ORIGIN =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.cors.allow-origin",
                  origins(),
                  "Origins whose pages may use the API in a browser. * lets every page read.")
              .orFlink(
                  "web.access-control-allow-origin", "jobmanager.web.access-control-allow-origin"));

  public static final Setting<Integer> HEADER_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.http.max-header-bytes",
                  size("1 KiB", "1 MiB"),
                  "16 KiB",
                  "Maximum size of the request line and all headers together, in bytes.")
              .standaloneOnly());

  public static final Setting<Integer> WORKERS =
      GROUP.add(
          Setting.of(
                  "weir.http.workers",
                  integer(1, 1_000),
                  "16",
                  "Number of threads that read request bodies, mainly uploads.")
              .standaloneOnly());

  public static final Setting<Duration> IDLE_TIMEOUT =
      GROUP.add(
          Setting.of(
                  "weir.http.idle-timeout",
                  duration(),
                  "60 s",
                  "How long a client connection may be idle before the server closes it.")
              .standaloneOnly());

  public static final Setting<List<String>> HOSTS =
      GROUP.add(
          Setting.withoutDefault(
              "weir.http.hosts",
              hosts(),
              "Further host names of this server, besides localhost, weir.bind and the machine's name; * accepts any."));

  public static final Setting<List<String>> TRUSTED_PROXIES =
      GROUP.add(
          Setting.withoutDefault(
              "weir.http.trusted-proxies",
              ranges(),
              "Addresses and ranges of trusted proxies, by commas. The server believes their Forwarded and X-Forwarded headers."));

  public static final Setting<Integer> MAX_URL_BYTES =
      GROUP.add(
          Setting.of(
                  "weir.http.max-url-bytes",
                  size("256", "1 MiB"),
                  "8 KiB",
                  "Maximum size of path and query together, in bytes.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_OPTIONS_BYTES =
      GROUP.add(
          Setting.of(
              "weir.http.max-options-bytes",
              size("256", "16 MiB"),
              "1 MiB",
              "Maximum size of a request body that is no upload, such as the JSON of a run, in bytes."));

  public static final Setting<Duration> REQUEST_TIMEOUT =
      GROUP.add(
          Setting.of(
              "weir.http.request-timeout",
              duration(),
              "20 s",
              "Deadline for the headers of a request to arrive."));

  public static final Setting<Integer> MIN_BYTES_PER_SECOND =
      GROUP.add(
          Setting.of(
              "weir.http.min-bytes-per-second",
              integer(0, 1 << 30),
              "1024",
              "Minimum average rate of a request body, in bytes a second; 0 means no limit."));

  public static final Setting<Integer> MAX_CONNECTIONS =
      GROUP.add(
          Setting.of(
                  "weir.http.max-connections",
                  integer(1, 1_000_000),
                  "20000",
                  "Maximum open connections; further connections are closed at once.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_CONNECTIONS_PER_CLIENT =
      GROUP.add(
          Setting.of(
                  "weir.http.max-connections-per-client",
                  integer(1, 1_000_000),
                  "10000",
                  "Maximum open connections of one address, or of one IPv6 /64.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_REQUESTS_PER_CLIENT =
      GROUP.add(
          Setting.of(
                  "weir.http.max-requests-per-client",
                  integer(1, 1_000_000),
                  "4000",
                  "Maximum concurrent requests of one address; further requests get 429.")
              .standaloneOnly());

  public static final Setting<Integer> REQUESTS_PER_SECOND =
      GROUP.add(
          Setting.of(
                  "weir.http.requests-per-second",
                  integer(0, 1_000_000),
                  "0",
                  "Maximum average rate of requests of one address; bursts may have ten times as many. 0 means no limit.")
              .standaloneOnly());

  public static final Setting<Long> MAX_UNSENT_BYTES =
      GROUP.add(
          Setting.withoutDefault(
                  "weir.http.max-unsent-bytes",
                  size(),
                  "Maximum unsent bytes of answers, of all clients; one connection may have a quarter. Default: an eighth of the heap.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_STREAMS =
      GROUP.add(
          Setting.of(
                  "weir.http.max-streams",
                  integer(1, 10_000),
                  "128",
                  "Maximum concurrent requests on one HTTP/2 connection.")
              .standaloneOnly());

  public static final Setting<Integer> MAX_TRANSFERS_PER_CLIENT =
      GROUP.add(
          Setting.of(
              "weir.http.max-transfers-per-client",
              integer(1, 1_000),
              "8",
              "Maximum concurrent log transfers of one address, and maximum concurrent request bodies. Further requests get 429."));

  public static final Setting<Duration> WATCHDOG_TIMEOUT =
      GROUP.add(
          Setting.of(
                  "weir.http.watchdog-timeout",
                  duration(),
                  "5 s",
                  "How long one connection may occupy a network thread. After that the server logs it and closes the connection.")
              .standaloneOnly());

  public static final Setting<Integer> CONTROL_FRAMES_PER_SECOND =
      GROUP.add(
          Setting.of(
                  "weir.http.control-frames-per-second",
                  integer(1, 1_000_000),
                  "100",
                  "Maximum average rate of HTTP/2 frames without a request, for one connection; bursts may have ten times as many.")
              .standaloneOnly());

  public static final Setting<Boolean> H2C =
      GROUP.add(
          Setting.of(
                  "weir.http.h2c",
                  bool(),
                  "false",
                  "Accepts HTTP/2 without TLS, by prior knowledge. HTTP/2 over TLS is always accepted.")
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
