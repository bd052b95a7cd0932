// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Collects the faults of the settings, each sentence once, to report all of them together. */
public final class Problems {
  private final Set<String> sentences = new LinkedHashSet<>();

  /** A step that may find a fault. */
  @FunctionalInterface
  public interface Step<T> {
    T take() throws SettingsException;
  }

  void add(SettingsException problem) {
    sentences.add(problem.getMessage());
  }

  /** The result of a step; empty if the step finds a fault, which is noted. */
  public <T> Optional<T> attempt(Step<T> step) {
    try {
      return Optional.of(step.take());
    } catch (SettingsException e) {
      add(e);
      return Optional.empty();
    }
  }

  /**
   * Requires that no fault was noted.
   *
   * @throws SettingsException with a line for each fault
   */
  public void requireNone() throws SettingsException {
    if (!sentences.isEmpty()) {
      throw new SettingsException(String.join(System.lineSeparator(), sentences));
    }
  }
}
