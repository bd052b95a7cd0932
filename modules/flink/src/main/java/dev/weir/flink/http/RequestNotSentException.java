// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.http;

import dev.weir.flink.ClusterException;

/**
 * A JobManager has not taken the request: nobody was there to send it to, or a standby was, which
 * sends its clients elsewhere. So even a change may be sent to another.
 */
final class RequestNotSentException extends ClusterException {
  private static final long serialVersionUID = 1;

  RequestNotSentException(String message) {
    super(Reason.UNREACHABLE, message);
  }

  RequestNotSentException(String message, Throwable cause) {
    super(Reason.UNREACHABLE, message, cause);
  }
}
