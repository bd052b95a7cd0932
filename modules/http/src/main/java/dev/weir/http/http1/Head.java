// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.weir.http.limits.HostName;
import dev.weir.http.limits.Letters;
import dev.weir.model.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request (RFC 9112), parsed strictly and rewritten: what is passed on has one
 * reading.
 *
 * <p>The rewritten head omits {@code Upgrade} and its headers, which a server may ignore. It also
 * omits the length of a body that the method has no use for.
 */
final class Head {
  private static final int MAX_LENGTH_DIGITS = 18;

  /** Methods whose body may be read; the body of any other method is skipped. */
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "DELETE", "PATCH");

  private static final Set<String> OF_UPGRADES = Set.of("upgrade", "http2-settings");

  private final String local;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(512);
  private String method = "";
  private boolean is11;
  private @Nullable String authority;
  private @Nullable String host;
  private long length = -1;
  private boolean chunked;
  private boolean expects;
  private boolean close;
  private boolean keepAlive;
  private int fields;

  private Head(String local) {
    this.local = local;
  }

  /**
   * Reads a head.
   *
   * @param bytes the whole head, including the empty line at its end
   * @param local the host for a client of HTTP/1.0 that names none
   * @throws Malformed if the head is not well-formed
   */
  static Head of(byte[] bytes, String local) throws Malformed {
    Head head = new Head(local);
    head.read(bytes);
    return head;
  }

  private void read(byte[] bytes) throws Malformed {
    int line = 0;
    int end = endOfLine(bytes, line);
    requestLine(bytes, line, end);
    for (line = end + 2; ; line = end + 2) {
      end = endOfLine(bytes, line);
      if (end == line) {
        break;
      }
      field(bytes, line, end);
    }
    finish();
  }

  /** The end of the line; only CR LF ends a line. */
  private static int endOfLine(byte[] bytes, int from) throws Malformed {
    for (int i = from; i < bytes.length; i++) {
      boolean cr = bytes[i] == '\r';
      if (cr && i + 1 < bytes.length && bytes[i + 1] == '\n') {
        return i;
      }
      if (cr || bytes[i] == '\n') {
        break;
      }
    }
    throw Malformed.of("A line of the request's head does not end with CR LF.");
  }

  private void requestLine(byte[] bytes, int from, int to) throws Malformed {
    int first = indexOf(bytes, (byte) ' ', from, to);
    int second = first < 0 ? -1 : indexOf(bytes, (byte) ' ', first + 1, to);
    if (second < 0) {
      throw Malformed.of(
          "The first line of the request is not a method, an address and a version.");
    }
    method = text(bytes, from, first);
    require(Letters.isToken(method), "The method of the request is malformed.");
    version(text(bytes, second + 1, to));
    if (method.equals("CONNECT")) {
      throw Malformed.of(
          ProblemKind.METHOD_NOT_ALLOWED, "CONNECT is for proxies, and this server is none.");
    }
    write(method + " ");
    write(target(text(bytes, first + 1, second)));
    write(is11 ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n");
  }

  private void version(String version) throws Malformed {
    if (!version.matches("HTTP/[0-9]\\.[0-9]")) {
      throw Malformed.of(
          "The first line of the request is not a method, an address and a version.");
    }
    if (version.charAt(5) != '1') {
      throw Malformed.of(
          ProblemKind.UNSUPPORTED_HTTP_VERSION,
          "The version of the request is neither HTTP/1.1 nor HTTP/1.0.");
    }
    is11 = !version.endsWith(".0");
  }

  private String target(String given) throws Malformed {
    String address =
        Letters.address(given)
            .orElseThrow(
                () -> Malformed.of("The address of the request has a letter that no address has."));
    boolean ofServer = address.equals("*") && method.equals("OPTIONS");
    return address.startsWith("/") || ofServer ? address : ofAbsolute(address);
  }

  /** The path of an absolute address; its authority is kept. */
  private String ofAbsolute(String address) throws Malformed {
    String lower = address.toLowerCase(Locale.ROOT);
    int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
    if (start < 0) {
      throw Malformed.of("The address of the request is neither a path nor one of http or https.");
    }
    int end = start;
    while (end < address.length() && "/?".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    authority = address.substring(start, end);
    String rest = address.substring(end);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private void field(byte[] bytes, int from, int to) throws Malformed {
    fields++;
    if (fields > Letters.MAX_FIELDS) {
      throw Malformed.of(
          ProblemKind.HEADERS_TOO_LARGE,
          "The request has more than " + Letters.MAX_FIELDS + " headers.");
    }
    int colon = indexOf(bytes, (byte) ':', from, to);
    if (colon < 0) {
      throw Malformed.of("Line " + fields + " of the headers has no colon.");
    }
    String name = text(bytes, from, colon);
    if (!Letters.isToken(name)) {
      throw Malformed.of("The name in line " + fields + " of the headers is malformed.");
    }
    int start = colon + 1;
    int end = to;
    while (start < end && Letters.isBlank(bytes[start])) {
      start++;
    }
    while (end > start && Letters.isBlank(bytes[end - 1])) {
      end--;
    }
    String value = text(bytes, start, end);
    if (!Letters.isValue(value)) {
      throw Malformed.of("The value in line " + fields + " of the headers is malformed.");
    }
    field(name, value);
  }

  private void field(String name, String value) throws Malformed {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "host" -> {
        require(host == null, "The request has several headers Host.");
        host = value;
      }
      case "content-length" -> {
        require(length < 0, "The request has several headers Content-Length.");
        length = length(value);
      }
      case "transfer-encoding" -> transferEncoding(value);
      case "connection" -> connection(value);
      case "expect" -> {
        if (!value.equalsIgnoreCase("100-continue")) {
          throw Malformed.of(
              ProblemKind.UNSUPPORTED_EXPECTATION, "The request expects what is not 100-continue.");
        }
        expects = is11;
      }
      default -> {
        if (!OF_UPGRADES.contains(name.toLowerCase(Locale.ROOT))) {
          write(name, value);
        }
      }
    }
  }

  private static void require(boolean right, String otherwise) throws Malformed {
    if (!right) {
      throw Malformed.of(otherwise);
    }
  }

  private static long length(String value) throws Malformed {
    boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    require(digits, "The Content-Length of the request is not a number.");
    if (value.length() > MAX_LENGTH_DIGITS) {
      throw Malformed.of(
          ProblemKind.BODY_TOO_LARGE,
          "The Content-Length of the request is larger than any body may be.");
    }
    return Long.parseLong(value);
  }

  private void transferEncoding(String value) throws Malformed {
    require(!chunked, "The request has several headers Transfer-Encoding.");
    require(is11, "A request of HTTP/1.0 has no Transfer-Encoding.");
    if (!value.equalsIgnoreCase("chunked")) {
      throw Malformed.of(
          ProblemKind.UNSUPPORTED_TRANSFER_ENCODING,
          "The Transfer-Encoding of the request is not chunked.");
    }
    chunked = true;
  }

  private void connection(String value) {
    for (String option : value.split(",", -1)) {
      close |= option.trim().equalsIgnoreCase("close");
      keepAlive |= option.trim().equalsIgnoreCase("keep-alive");
    }
  }

  /** Checks and writes what depends on several headers. */
  private void finish() throws Malformed {
    require(length < 0 || !chunked, "The request has both Content-Length and Transfer-Encoding.");
    require(
        authority == null || host == null || authority.equalsIgnoreCase(host),
        "The Host of the request is not that of its address.");
    String named = host != null ? host : authority;
    if (named == null && !is11) {
      named = local;
    }
    if (named == null || !HostName.isWellFormed(named)) {
      throw Malformed.of(
          "The request has no Host that is a name or an address, with or without port.");
    }
    write("Host", named);
    if (close || leavesBodyOpen()) {
      write("Connection", "close");
    } else if (keepAlive) {
      write("Connection", "keep-alive");
    }
    if (expects && hasBody() && !passesOverBody()) {
      write("Expect", "100-continue");
    }
    if (chunked && !passesOverBody()) {
      write("Transfer-Encoding", "chunked");
    } else if (length >= 0 && !passesOverBody()) {
      write("Content-Length", Long.toString(length));
    }
    write("\r\n");
  }

  private void write(String name, String value) {
    write(name);
    write(": ");
    write(value);
    write("\r\n");
  }

  private void write(String text) {
    written.writeBytes(text(text));
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  private static int indexOf(byte[] bytes, byte wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The rewritten head. */
  byte[] bytes() {
    return written.toByteArray();
  }

  /** Whether the body is chunked. */
  boolean isChunked() {
    return chunked;
  }

  /** The length of the body in bytes; 0 if none is declared. */
  long length() {
    return Math.max(0, length);
  }

  private boolean hasBody() {
    return chunked || length > 0;
  }

  /**
   * Whether a body may follow or not. The server sends no 100-continue for a skipped body, but the
   * client may send the body without it.
   */
  boolean leavesBodyOpen() {
    return expects && hasBody() && passesOverBody();
  }

  /** Whether the body is skipped, because the method has no use for it. */
  boolean passesOverBody() {
    return !WITH_BODY.contains(method);
  }

  /** The methods in the header {@code Allow}. */
  static String allowed() {
    return "GET, HEAD, POST, DELETE, OPTIONS";
  }
}
