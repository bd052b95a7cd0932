// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.resources.classic.ClusterResource;
import dev.weir.resources.wire.SkippedByHotAnswers;
import dev.weir.testing.Wire;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.PreMatching;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request filter that is not marked as skipped by hot answers sees every request. */
class UnmarkedFilterTest {
  private static final int TIMES = 5;

  private final AtomicInteger seen = new AtomicInteger();
  private ApiOfOneCluster api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiOfOneCluster();
  }

  @AfterEach
  void end() {
    api.close();
  }

  private static class Counter implements ContainerRequestFilter {
    private final AtomicInteger seen;

    Counter(AtomicInteger seen) {
      this.seen = seen;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      seen.incrementAndGet();
    }
  }

  private static final class Unmarked extends Counter {
    Unmarked(AtomicInteger seen) {
      super(seen);
    }
  }

  @PreMatching
  private static final class UnmarkedBeforeMatching extends Counter {
    UnmarkedBeforeMatching(AtomicInteger seen) {
      super(seen);
    }
  }

  @SkippedByHotAnswers
  private static final class Marked extends Counter {
    Marked(AtomicInteger seen) {
      super(seen);
    }
  }

  /** How many of the same requests the filter has seen. */
  private int seen(String path, Object component) throws Exception {
    seen.set(0);
    try (InProcessServer server = new InProcessServer(api, component);
        Wire wire = new Wire(server.address())) {
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", path, "");
        assertThat(wire.receive().status()).isEqualTo(200);
      }
    }
    return seen.get();
  }

  @Test
  void seesEachRequestAfterMatching() throws Exception {
    assertThat(seen("/overview", new Unmarked(seen))).isEqualTo(TIMES);
  }

  @Test
  void seesEachRequestBeforeMatching() throws Exception {
    assertThat(seen("/overview", new UnmarkedBeforeMatching(seen))).isEqualTo(TIMES);
  }

  @Test
  void seesEachRequestIfHk2BindsIt() throws Exception {
    AbstractBinder binder =
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(new UnmarkedBeforeMatching(seen)).to(ContainerRequestFilter.class);
          }
        };
    assertThat(seen("/overview", binder)).isEqualTo(TIMES);
  }

  /** Answers of other methods are hot all the same. */
  @Test
  void seesEachRequestForTheMethodsThatItIsBoundTo() throws Exception {
    DynamicFeature ofCluster =
        (method, context) -> {
          if (method.getResourceClass() == ClusterResource.class) {
            context.register(new Unmarked(seen));
          }
        };
    assertThat(seen("/overview", ofCluster)).isEqualTo(TIMES);
    try (InProcessServer server = new InProcessServer(api, ofCluster);
        Wire wire = new Wire(server.address())) {
      for (int i = 0; i < TIMES; i++) {
        wire.send("GET", "/jobs", "");
        assertThat(wire.receive().status()).isEqualTo(200);
      }
      assertThat(server.parsed()).isEqualTo(2);
    }
  }

  @Test
  void isSkippedIfItIsMarked() throws Exception {
    assertThat(seen("/overview", new Marked(seen))).isEqualTo(1);
  }
}
