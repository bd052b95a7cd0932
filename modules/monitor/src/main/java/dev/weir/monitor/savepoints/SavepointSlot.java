// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointRequestId;
import java.util.UUID;

/**
 * One of a few places that a job has for operations of Flink's that last, or have ended minutes
 * ago.
 *
 * @param number 0 to 99
 * @param operation Flink's id of the operation in it, the same in every server that asks
 */
record SavepointSlot(int number, String operation) {
  static final int SLOTS = 100;

  /** The first moment that a number may be of: 2020. */
  private static final long EARLIEST = 1_577_836_800_000L;

  static SavepointSlot of(JobId job, int number) {
    UUID id =
        UUID.nameUUIDFromBytes(
            ("weir cancel-with-savepoint " + job + " " + number).getBytes(UTF_8));
    return new SavepointSlot(number, id.toString().replace("-", ""));
  }

  static SavepointSlot of(JobId job, SavepointRequestId id) {
    return of(job, (int) (id.value() % SLOTS));
  }

  /** The number of a request that was made at that time. */
  SavepointRequestId at(long millis) {
    return new SavepointRequestId(millis * SLOTS + number);
  }

  /** When the request of a number was made. */
  static long millis(SavepointRequestId id) {
    return id.value() / SLOTS;
  }

  /** Whether a server may have given that number until then. */
  static boolean isNumber(SavepointRequestId id, long until) {
    return millis(id) >= EARLIEST && millis(id) <= until;
  }
}
