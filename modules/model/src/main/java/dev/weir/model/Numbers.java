package dev.weir.model;

/** Reads the numbers that identify things. */
final class Numbers {
  private Numbers() {}

  static long parse(String what, String text, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number that is out of range.
    }
    throw new MalformedIdException(what, text, "it must be a number from 0 to " + max);
  }
}
