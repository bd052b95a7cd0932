// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.resources.access.AccessFilter;
import dev.weir.resources.access.AuthenticationFilter;
import dev.weir.resources.audit.AuditFilter;
import dev.weir.resources.browser.CrossSiteFilter;
import dev.weir.resources.browser.HostFilter;
import dev.weir.resources.change.HeadFilter;
import dev.weir.resources.classic.SubmitFilter;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.style.ClassicStyleFilter;
import dev.weir.resources.upload.UploadFilter;
import dev.weir.resources.v1.RouteFilter;
import dev.weir.resources.wire.AcceptAnythingFilter;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.ContentTypeFilter;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.PathFilter;
import dev.weir.resources.wire.SkippedByHotAnswers;
import dev.weir.server.WeirApplication;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glassfish.jersey.internal.inject.Providers;
import org.glassfish.jersey.server.ApplicationHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All filters of the application. */
class FiltersTest {
  private ApiOfOneCluster api;
  private ApplicationHandler handler;

  @BeforeEach
  void startTheApi() throws Exception {
    api = new ApiOfOneCluster();
    WeirApplication application = api.application();
    application.register(new ContinueFilter());
    handler = new ApplicationHandler(application);
  }

  @AfterEach
  void endTheApi() {
    api.close();
  }

  private <T> Stream<Class<?>> all(Class<T> contract) {
    return StreamSupport.stream(
            Providers.getAllProviders(handler.getInjectionManager(), contract).spliterator(), false)
        .map(Object::getClass);
  }

  /** A new filter belongs in one of the lists: {@link SkippedByHotAnswers} says in which. */
  @Test
  void hotAnswersSkipThoseWhoseOutcomeIsTheSameForEachPlainRead() {
    Map<Boolean, List<String>> skipped =
        all(ContainerRequestFilter.class)
            .collect(
                Collectors.partitioningBy(
                    filter -> filter.isAnnotationPresent(SkippedByHotAnswers.class),
                    Collectors.mapping(Class::getName, Collectors.toList())));

    assertThat(skipped.get(true))
        .containsExactlyInAnyOrder(
            PathFilter.class.getName(),
            ForwardedFilter.class.getName(),
            ClassicStyleFilter.class.getName(),
            HostFilter.class.getName(),
            AuthenticationFilter.class.getName(),
            ClusterSelector.class.getName(),
            AcceptAnythingFilter.class.getName(),
            ContentTypeFilter.class.getName(),
            HeadFilter.Noted.class.getName(),
            RouteFilter.class.getName(),
            AccessFilter.class.getName(),
            "dev.weir.server.BodyLimitFilter",
            SubmitFilter.class.getName(),
            ContinueFilter.class.getName());
    assertThat(skipped.get(false))
        .as("those of methods that change something")
        .containsExactlyInAnyOrder(
            HeadFilter.class.getName(),
            CrossSiteFilter.class.getName(),
            UploadFilter.class.getName(),
            AuditFilter.class.getName());
  }

  @Test
  void eachHasItsPlaceInTheOrder() throws Exception {
    List<Integer> places = places();
    assertThat(Stream.concat(all(ContainerRequestFilter.class), all(ContainerResponseFilter.class)))
        .allSatisfy(
            filter -> {
              Priority priority = filter.getAnnotation(Priority.class);
              assertThat(priority).isNotNull();
              assertThat(places).contains(priority.value());
            });
  }

  @Test
  void theOrderIsWrittenDownAsItIs() throws Exception {
    assertThat(places()).isSorted().doesNotHaveDuplicates();
  }

  private static List<Integer> places() throws IllegalAccessException {
    List<Integer> places = new ArrayList<>();
    for (Field place : FilterOrder.class.getFields()) {
      places.add(place.getInt(null));
    }
    return places;
  }
}
