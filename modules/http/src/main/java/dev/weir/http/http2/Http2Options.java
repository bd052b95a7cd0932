// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import dev.weir.server.settings.Http2Limits;

/**
 * What one connection of HTTP/2 may take.
 *
 * @param maxStreams requests under way
 * @param controlFramesPerSecond frames that carry no request, on average
 * @param maxHeaderBytes the headers of a request, unpacked, as RFC 9113 counts them
 * @param clearText whether a client without TLS may begin with HTTP/2
 */
public record Http2Options(
    int maxStreams, int controlFramesPerSecond, int maxHeaderBytes, boolean clearText) {

  /** Of the settings. */
  public static Http2Options of(Http2Limits limits, int maxHeaderBytes) {
    return new Http2Options(
        limits.maxStreams(), limits.controlFramesPerSecond(), maxHeaderBytes, limits.clearText());
  }
}
