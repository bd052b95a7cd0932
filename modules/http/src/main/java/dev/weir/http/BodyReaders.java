// SPDX-License-Identifier: Apache-2.0
package dev.weir.http;

import dev.weir.http.limits.ClientAddress;
import dev.weir.http.limits.Refusal;
import dev.weir.model.ProblemKind;
import dev.weir.resources.proxy.Shares;
import dev.weir.resources.proxy.TrustedProxies;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * Runs requests with a body on worker threads, since reading a body waits for the client. Bounds
 * how many bodies each client sends at a time.
 */
final class BodyReaders {
  private static final String REFUSAL = BodyReaders.class.getName() + ".refusal";
  private static final Refusal OVERLOADED =
      Refusal.forNow(
          ProblemKind.SERVER_OVERLOADED, "Too many requests with a body wait to be read.", 1);

  private final Executor workers;
  private final int perClient;
  private final Shares<String> clients;
  private final TrustedProxies proxies;

  BodyReaders(Executor workers, int perClient, TrustedProxies proxies) {
    this.workers = workers;
    this.perClient = perClient;
    this.clients = new Shares<>(perClient);
    this.proxies = proxies;
  }

  /** Runs a task on a worker; on this thread if the request is refused, which takes no body. */
  void run(Request request, Runnable task) {
    String client = ClientAddress.of(request, proxies);
    if (!clients.enter(client)) {
      refuse(
          request,
          task,
          Refusal.forNow(
              ProblemKind.TOO_MANY_REQUESTS,
              "More than the " + perClient + " bodies that one client may send at a time.",
              1));
      return;
    }
    try {
      workers.execute(
          () -> {
            try {
              task.run();
            } finally {
              clients.leave(client);
            }
          });
    } catch (RejectedExecutionException e) {
      clients.leave(client);
      refuse(request, task, OVERLOADED);
    }
  }

  private static void refuse(Request request, Runnable task, Refusal refusal) {
    request.setAttribute(REFUSAL, refusal);
    task.run();
  }

  /** Sends the refusal, if the request was refused; returns whether it was. */
  static boolean isRefused(Request request, Response response) throws IOException {
    if (!(request.getAttribute(REFUSAL) instanceof Refusal refusal)) {
      return false;
    }
    refusal.send(request, response);
    return true;
  }
}
