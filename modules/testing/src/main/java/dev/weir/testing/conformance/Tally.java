// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Counts what a run of the suite has compared and how much of it was wrong. */
public final class Tally {
  private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);
  private int failed;

  /** What is compared or checked. */
  public enum Kind {
    /** A recorded answer to a GET. */
    READ,
    /** A recorded answer to a call that changes something. */
    CHANGE,
    /** What has to add up or can be known. */
    CHECK
  }

  Tally() {}

  /** How many of a kind have been tried, failed ones among them. */
  public int done(Kind kind) {
    return done.getOrDefault(kind, 0);
  }

  /** How many have failed, of all kinds. */
  public int failed() {
    return failed;
  }

  Stream<DynamicTest> counted(Kind kind, Stream<DynamicTest> tests) {
    return tests.map(
        test ->
            DynamicTest.dynamicTest(test.getDisplayName(), () -> run(kind, test.getExecutable())));
  }

  private void run(Kind kind, Executable test) throws Throwable {
    done.merge(kind, 1, Integer::sum);
    // Counted as failed until it has not, whatever it throws.
    failed++;
    test.execute();
    failed--;
  }
}
