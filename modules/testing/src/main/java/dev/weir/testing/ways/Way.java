// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import dev.weir.testing.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A client, with its habits and the version of HTTP that it speaks. */
interface Way {
  /** The program that the machine lacks; empty where all is there. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** Whether it can send such a request at all. */
  boolean takes(WayRequest request);

  /**
   * Sends requests one after the other, over one connection for as long as that stays open.
   *
   * @param server scheme, host and port
   * @return the answers in their order, as they came: still compressed
   */
  List<Answer> send(URI server, List<WayRequest> requests) throws IOException;
}
