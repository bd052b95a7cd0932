// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what each of many has under way, of which it may have so much. */
public final class Shares<K> {
  private final int each;
  private final Map<K, Integer> underWay = new ConcurrentHashMap<>();

  /** Of that size each. */
  public Shares(int each) {
    this.each = each;
  }

  /** Whether one more may be under way, which it then is until it {@linkplain #leave leaves}. */
  public boolean enter(K key) {
    if (underWay.merge(key, 1, Integer::sum) > each) {
      leave(key);
      return false;
    }
    return true;
  }

  /** One that has entered is over. */
  public void leave(K key) {
    underWay.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }

  /** Whether no more may enter now. */
  public boolean isFull(K key) {
    return underWay.getOrDefault(key, 0) >= each;
  }
}
