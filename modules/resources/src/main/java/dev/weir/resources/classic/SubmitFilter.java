// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Rejects requests about programs if {@code weir.submit.enabled} is not true. */
@Submits
@Priority(FilterOrder.ORDINARY)
@SkippedByHotAnswers
public final class SubmitFilter implements ContainerRequestFilter {
  private final boolean enabled;

  @Inject
  public SubmitFilter(@Named("submit-enabled") Boolean enabled) {
    this.enabled = enabled;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!enabled) {
      throw disabled();
    }
  }

  /** The problem of a request about programs where they are disabled. */
  public static ProblemException disabled() {
    return new ProblemException(
        ProblemKind.PROGRAMS_DISABLED,
        "Programs cannot be uploaded or run here: weir.submit.enabled is not true.");
  }
}
