// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the settings, each sentence once, so that all of it can be said together. */
public final class Problems {
  private final Set<String> sentences = new LinkedHashSet<>();

  /** A step that finds out whether something is right. */
  @FunctionalInterface
  public interface Step<T> {
    T take() throws SettingsException;
  }

  void add(SettingsException problem) {
    sentences.add(problem.getMessage());
  }

  /** What a step gives; empty where it finds a problem, which is noted. */
  public <T> Optional<T> attempt(Step<T> step) {
    try {
      return Optional.of(step.take());
    } catch (SettingsException e) {
      add(e);
      return Optional.empty();
    }
  }

  /**
   * Goes on only where nothing is wrong.
   *
   * @throws SettingsException with a line for each problem
   */
  public void requireNone() throws SettingsException {
    if (!sentences.isEmpty()) {
      throw new SettingsException(String.join(System.lineSeparator(), sentences));
    }
  }
}
