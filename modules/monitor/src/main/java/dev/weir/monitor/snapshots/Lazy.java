// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value when it is first asked for, and keeps it. */
final class Lazy<T> implements Supplier<T> {
  private @Nullable Supplier<T> making;
  private volatile @Nullable T made;
  private volatile boolean asked;

  private Lazy(Supplier<T> making) {
    this.making = making;
  }

  static <T> Lazy<T> of(Supplier<T> making) {
    return new Lazy<>(making);
  }

  @Override
  public T get() {
    if (!asked) {
      asked = true;
    }
    return prepare();
  }

  /** Whether anybody has asked for it. */
  boolean wasAsked() {
    return asked;
  }

  /** Makes it for those who may ask for it. */
  T prepare() {
    T value = made;
    return value != null ? value : make();
  }

  private synchronized T make() {
    if (made == null) {
      made = making.get();
      making = null;
    }
    return made;
  }
}
