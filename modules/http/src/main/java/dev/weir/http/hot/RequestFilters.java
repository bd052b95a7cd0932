// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.internal.inject.Providers;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether hot answers may skip all request filters that ran for a request.
 *
 * <p>Jersey tells which filters run after matching, those of the method among them. Filters before
 * matching run for each request, so one without the mark keeps every answer from being hot.
 */
final class RequestFilters implements ApplicationEventListener, RequestEventListener {
  private static final Logger LOG = System.getLogger(RequestFilters.class.getName());
  private static final String SKIPPABLE = RequestFilters.class.getName() + ".skippable";

  @Context private InjectionManager injection;

  private volatile boolean skippable;

  /** Whether hot answers may skip all filters that ran; asked once they have. */
  static boolean areSkippable(ContainerRequestContext request) {
    return request.getProperty(SKIPPABLE) != null;
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_APP_FINISHED) {
      List<String> unmarked = unmarkedForAll();
      skippable = unmarked.isEmpty();
      if (!skippable) {
        LOG.log(
            Level.INFO,
            "No answer is kept hot: each request passes through {0}.",
            String.join(", ", unmarked));
      }
    }
  }

  /** Names of the filters without the mark that run for each method. */
  private List<String> unmarkedForAll() {
    return StreamSupport.stream(
            Providers.getAllProviders(injection, ContainerRequestFilter.class).spliterator(), false)
        .filter(filter -> !isMarked(filter) && !isNameBound(filter))
        .map(filter -> filter.getClass().getName())
        .sorted()
        .toList();
  }

  private static boolean isMarked(ContainerRequestFilter filter) {
    return filter.getClass().isAnnotationPresent(SkippedByHotAnswers.class);
  }

  private static boolean isNameBound(ContainerRequestFilter filter) {
    return Arrays.stream(filter.getClass().getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(NameBinding.class));
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent start) {
    return skippable && start.getContainerRequest().getProperty(HotAnswerFilter.ADDRESS) != null
        ? this
        : null;
  }

  @Override
  public void onEvent(RequestEvent event) {
    if (event.getType() == RequestEvent.Type.REQUEST_MATCHED
        && StreamSupport.stream(event.getContainerRequestFilters().spliterator(), false)
            .allMatch(RequestFilters::isMarked)) {
      event.getContainerRequest().setProperty(SKIPPABLE, true);
    }
  }
}
