package dev.weir.monitor.snapshots;

/** Makes renderings without the snapshots that they belong to. */
public final class Renderings {
  private Renderings() {}

  /** The value as JSON with its entity tag. */
  public static Rendering of(Object value) {
    return new Rendering(value);
  }
}
