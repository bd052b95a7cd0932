// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.hot;

import dev.weir.http.limits.ClientLimits;
import dev.weir.http.limits.ConnectionLimits;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.snapshots.Snapshot;
import dev.weir.resources.access.OwnCallerResolver;
import dev.weir.security.Authentication;
import dev.weir.security.Caller;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Answers popular reads without Jersey, and repeated requests without Grizzly's parser.
 *
 * <p>An answer of Jersey's is kept if hot answers may skip each request filter that ran for it. The
 * answer is sent again, of the current snapshot, to plain requests for the same address. Limits,
 * the caller's access level and the age of the snapshot are checked for each request.
 */
public final class HotPath {
  private final boolean enabled;
  private final HotAnswers answers = new HotAnswers();
  private final Repeats repeats;
  private final InstantSource clock;

  /**
   * A hot path that has no answers yet.
   *
   * @param enabled false leaves every request to Jersey
   */
  public HotPath(
      boolean enabled,
      Authentication authentication,
      ClientLimits limits,
      ConnectionLimits connections,
      InstantSource clock) {
    this.enabled = enabled;
    this.repeats = new Repeats(authentication, limits, connections, clock);
    this.clock = clock;
  }

  /** Keeps answers of this application; call it before Jersey starts. */
  public void keepAnswersOf(ResourceConfig application, Clusters clusters) {
    if (enabled) {
      application.register(new RequestFilters());
      application.register(new HotAnswerFilter(answers, clusters));
    }
  }

  /**
   * Recognizes repeated requests of this listener by their bytes. Its connections must not identify
   * callers, as client certificates would. Add the HTTP/1.1 fence after it.
   */
  public void repeatOn(NetworkListener listener) {
    if (enabled) {
      listener.registerAddOn(repeats);
    }
  }

  /**
   * Sends the hot answer to a request, if there is one. If there is none, notes in the request that
   * its answer may be kept.
   *
   * @return whether the request is answered
   */
  public boolean answer(Request request, Response response) throws IOException {
    if (!enabled) {
      return false;
    }
    repeats.watch(request);
    HotRequest asked = HotRequest.of(request);
    return asked != null && answer(asked, request, response);
  }

  private boolean answer(HotRequest asked, Request request, Response response) throws IOException {
    Instant now = clock.instant();
    HotAnswer answer = answers.to(asked);
    if (answer != null
        && request.getAttribute(OwnCallerResolver.OUTCOME) instanceof Caller caller) {
      Snapshot<?> snapshot = answer.snapshot(caller, now);
      if (snapshot != null) {
        repeats.learn(request, asked, answer);
        answer.reply(snapshot, asked, now).send(response);
        return true;
      }
    }
    request.setAttribute(HotAnswerFilter.ADDRESS, asked.address());
    return false;
  }

  /** Parses each request from now on, so that the server counts it when it stops. */
  public void stop() {
    repeats.stop();
  }
}
