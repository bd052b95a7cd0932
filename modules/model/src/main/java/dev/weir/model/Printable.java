package dev.weir.model;

/** Makes what a client sent fit to be shown: short, and without control characters. */
public final class Printable {
  private static final int LONGEST = 80;

  private Printable() {}

  /** The text, cut after 80 characters, control characters replaced by {@code ?}. */
  public static String of(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
