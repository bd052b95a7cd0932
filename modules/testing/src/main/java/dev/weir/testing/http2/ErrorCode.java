// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.http2;

import java.util.Arrays;

/** Error codes of RFC 9113, section 7. */
public enum ErrorCode {
  NO_ERROR(0),
  PROTOCOL_ERROR(1),
  INTERNAL_ERROR(2),
  FLOW_CONTROL_ERROR(3),
  SETTINGS_TIMEOUT(4),
  STREAM_CLOSED(5),
  FRAME_SIZE_ERROR(6),
  REFUSED_STREAM(7),
  CANCEL(8),
  COMPRESSION_ERROR(9),
  CONNECT_ERROR(10),
  ENHANCE_YOUR_CALM(11);

  private final int code;

  ErrorCode(int code) {
    this.code = code;
  }

  /** As it is on the wire. */
  public int code() {
    return code;
  }

  /** In words, whether it is known or not. */
  static String named(int code) {
    return Arrays.stream(values())
        .filter(known -> known.code == code)
        .map(Enum::name)
        .findFirst()
        .orElse("error " + code);
  }
}
