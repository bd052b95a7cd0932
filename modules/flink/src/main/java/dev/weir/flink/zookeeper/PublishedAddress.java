// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.zookeeper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.net.URI;
import java.util.Optional;

/**
 * What a leader writes into ZooKeeper: its address and the id of its leadership, as Java writes a
 * text and an object. Only the text is read; no object is ever made of what is in there.
 */
final class PublishedAddress {
  private PublishedAddress() {}

  /** The address; empty if there is none in it that could be one. */
  static Optional<URI> in(byte[] content) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(content))) {
      in.setObjectInputFilter(unused -> ObjectInputFilter.Status.REJECTED);
      return address(in.readUTF());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      boolean isServer =
          ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
              && address.getHost() != null;
      return isServer ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
