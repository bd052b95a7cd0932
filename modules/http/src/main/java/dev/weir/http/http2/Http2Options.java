// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import dev.weir.server.settings.Http2Limits;

/**
 * The limits of one HTTP/2 connection.
 *
 * @param maxStreams maximum number of concurrent requests
 * @param controlFramesPerSecond maximum average rate of frames that carry no request
 * @param maxHeaderBytes maximum size of a request's headers, decompressed, counted as in RFC 9113
 * @param clearText whether a client without TLS may begin with HTTP/2
 */
public record Http2Options(
    int maxStreams, int controlFramesPerSecond, int maxHeaderBytes, boolean clearText) {

  /** The options in the settings. */
  public static Http2Options of(Http2Limits limits, int maxHeaderBytes) {
    return new Http2Options(
        limits.maxStreams(), limits.controlFramesPerSecond(), maxHeaderBytes, limits.clearText());
  }
}
