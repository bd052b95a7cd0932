// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import static java.util.Objects.requireNonNull;

/**
 * The form of answers where clients of Flink 1.3 and other clients expect different things.
 *
 * @param errors the form of errors
 * @param accumulators the form of accumulator values
 */
public record ClassicStyle(Errors errors, Accumulators accumulators) {

  public ClassicStyle {
    requireNonNull(errors, "errors");
    requireNonNull(accumulators, "accumulators");
  }

  /** The form of an error. */
  public enum Errors {
    /** An error status and a problem document. */
    PROBLEM("problem"),
    /** The answer of Flink 1.3.2 to the same call, mostly {@code 200 {"error"}}. */
    AS_1_3("1.3");

    private final String text;

    Errors(String text) {
      this.text = text;
    }

    /** The text in settings and requests. */
    public String text() {
      return text;
    }
  }

  /** The form of an accumulator's value. */
  public enum Accumulators {
    /** Type and value, {@code LongCounter 37500000}, as in the reference document of 1.3. */
    TYPED("typed"),
    /** The value alone, {@code 37500000}, as Flink 1.3.2 sent it. */
    PLAIN("plain");

    private final String text;

    Accumulators(String text) {
      this.text = text;
    }

    /** The text in settings and requests. */
    public String text() {
      return text;
    }
  }
}
