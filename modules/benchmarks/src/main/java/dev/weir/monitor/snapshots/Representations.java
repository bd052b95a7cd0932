// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

/** Makes renderings without the snapshots that they belong to. */
public final class Representations {
  private Representations() {}

  /** The value as JSON with its entity tag. */
  public static Representation of(Object value) {
    return new Representation(value);
  }
}
