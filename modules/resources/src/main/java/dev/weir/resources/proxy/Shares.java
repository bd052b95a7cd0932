// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts concurrent uses for each key, up to a limit. */
public final class Shares<K> {
  private final int each;
  private final Map<K, Integer> underWay = new ConcurrentHashMap<>();

  public Shares(int each) {
    this.each = each;
  }

  /**
   * Begins a use if the key is below its limit; returns whether it did. {@link #leave} ends the
   * use.
   */
  public boolean enter(K key) {
    if (underWay.merge(key, 1, Integer::sum) > each) {
      leave(key);
      return false;
    }
    return true;
  }

  /** Ends a use that has begun. */
  public void leave(K key) {
    underWay.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }

  /** Whether the key is at its limit. */
  public boolean isFull(K key) {
    return underWay.getOrDefault(key, 0) >= each;
  }
}
