// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import static java.util.Objects.requireNonNull;

/**
 * How answers are worded where clients of Flink 1.3 and others want different things.
 *
 * @param errors what a failure looks like
 * @param accumulators what the value of an accumulator looks like
 */
public record ClassicStyle(Errors errors, Accumulators accumulators) {

  /** Checks that both are there. */
  public ClassicStyle {
    requireNonNull(errors, "errors");
    requireNonNull(accumulators, "accumulators");
  }

  /** What a failure looks like. */
  public enum Errors {
    /** A status that says so, and a problem document. */
    PROBLEM("problem"),
    /** What Flink 1.3.2 sent for the same call, mostly {@code 200 {"error"}}. */
    AS_1_3("1.3");

    private final String text;

    Errors(String text) {
      this.text = text;
    }

    /** As it is written in settings and requests. */
    public String text() {
      return text;
    }
  }

  /** What the value of an accumulator looks like. */
  public enum Accumulators {
    /** Type and value, {@code LongCounter 37500000}, as the reference document of 1.3 has it. */
    TYPED("typed"),
    /** The value alone, {@code 37500000}, as Flink 1.3.2 sent it. */
    PLAIN("plain");

    private final String text;

    Accumulators(String text) {
      this.text = text;
    }

    /** As it is written in settings and requests. */
    public String text() {
      return text;
    }
  }
}
