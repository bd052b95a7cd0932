// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

/**
 * One way in which an answer is not what 1.3 would have answered.
 *
 * @param at a JSON pointer into the body, or {@code status}, {@code content-type}, {@code location}
 * @param problem what is wrong there, in words
 */
record Violation(String at, String problem) {
  static final String STATUS = "status";
  static final String CONTENT_TYPE = "content-type";
  static final String LOCATION = "location";

  @Override
  public String toString() {
    return "at '" + at + "': " + problem;
  }
}
