// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.security;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.testing.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A page in a browser that is told what to do, by the Chrome DevTools Protocol, and what went wrong
 * in it: errors of its scripts, and requests that failed.
 */
final class DevTools implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(40);
  private static final String LISTENING = "DevTools listening on ws://";

  private final Process browser;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, String> requests = new ConcurrentHashMap<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private volatile JsonNode login;
  private final List<String> dialogs = new CopyOnWriteArrayList<>();

  private DevTools(Process browser, HttpClient client, URI page) {
    this.browser = browser;
    this.socket = client.newWebSocketBuilder().buildAsync(page, new Listener(this)).join();
  }

  /** Starts a browser with an empty page. */
  static DevTools start(Chromium chromium) throws IOException, InterruptedException {
    Process browser =
        new ProcessBuilder(chromium.command("--remote-debugging-port=0", "--window-size=1600,1200"))
            .redirectErrorStream(true)
            .start();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest newPage =
        HttpRequest.newBuilder(URI.create("http://" + address(browser) + "/json/new?about:blank"))
            .PUT(BodyPublishers.noBody())
            .build();
    JsonNode page = Json.parse(client.send(newPage, BodyHandlers.ofString()).body());
    DevTools tools =
        new DevTools(browser, client, URI.create(page.path("webSocketDebuggerUrl").asText()));
    for (String domain : List.of("Page", "Runtime", "Network", "Log", "DOM")) {
      tools.call(domain + ".enable", parameters());
    }
    return tools;
  }

  /**
   * Host and port, which the browser says; the rest of what it says is read, so that it goes on.
   */
  private static String address(Process browser) throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(browser.getInputStream(), StandardCharsets.UTF_8));
    String line = log.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = log.readLine();
    }
    requireNonNull(line, "The browser has ended");
    Thread rest = new Thread(() -> log.lines().forEach(ignored -> {}), "log of the browser");
    rest.setDaemon(true);
    rest.start();
    return line.substring(LISTENING.length(), line.indexOf("/devtools"));
  }

  static ObjectNode parameters() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Calls a method of the protocol and waits for its result. */
  JsonNode call(String method, ObjectNode parameters) {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    send(id, method, parameters);
    return answer.orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private synchronized void send(int id, String method, ObjectNode parameters) {
    ObjectNode message = parameters().put("id", id).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
  }

  /** From now on, answers the prompt for a name and a password, as its user would. */
  void logIn(String name, String password) {
    login =
        parameters()
            .put("response", "ProvideCredentials")
            .put("username", name)
            .put("password", password);
    call("Fetch.enable", parameters().put("handleAuthRequests", true));
  }

  /** Opens an address. */
  void open(String address) {
    call("Page.navigate", parameters().put("url", address));
  }

  /** The value of an expression of JavaScript, or what its promise keeps. */
  JsonNode evaluate(String expression) {
    JsonNode result = evaluated(expression);
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result);
    }
    return result.at("/result/value");
  }

  private JsonNode evaluated(String expression) {
    return call(
        "Runtime.evaluate",
        parameters()
            .put("expression", expression)
            .put("returnByValue", true)
            .put("awaitPromise", true));
  }

  /** Waits until an expression of JavaScript is true; while a page loads, it may fail. */
  void await(String expression) {
    if (!becomesTrue(DEADLINE, expression)) {
      throw new AssertionError(
          "Not true: %s%n%s%n%s"
              .formatted(
                  expression,
                  evaluate("location.href + ' shows ' + document.body.innerText").asText(),
                  troubles));
    }
  }

  /** Does something until it leads to an expression being true: a script may trip over itself. */
  void repeatedly(Runnable action, String until) {
    Awaitility.await(until)
        .atMost(DEADLINE)
        .until(
            () -> {
              action.run();
              return becomesTrue(Duration.ofSeconds(3), until);
            });
  }

  private boolean becomesTrue(Duration within, String expression) {
    try {
      Awaitility.await(expression)
          .atMost(within)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> isTrue(expression));
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private boolean isTrue(String expression) {
    return evaluated("Promise.resolve(%s).then(Boolean)".formatted(expression))
        .at("/result/value")
        .asBoolean();
  }

  /** Waits until the page shows a text. */
  void awaitText(String text) {
    await("document.body.innerText.includes(" + quoted(text) + ")");
  }

  /** Waits until there is such an element and clicks it. */
  void click(String selector) {
    await(element(selector));
    // What is drawn has no click().
    evaluate(
        "(one => one.click ? one.click() : one.dispatchEvent(new MouseEvent('click')))(%s)"
            .formatted(element(selector)));
  }

  /** Waits until there is an element with such a text and clicks it. */
  void click(String selector, String text) {
    String found =
        "[...document.querySelectorAll(%s)].find(one => one.textContent.trim() === %s)"
            .formatted(quoted(selector), quoted(text));
    await(found);
    evaluate(found + ".click()");
  }

  /** Types a text into a field. */
  void type(String selector, String text) {
    await(element(selector));
    evaluate(
        "(field => { field.value = %s; field.dispatchEvent(new Event('input')); })(%s)"
            .formatted(quoted(text), element(selector)));
  }

  /** Chooses a file in a field for files. */
  void choose(String selector, String file) {
    await(element(selector));
    JsonNode object =
        call("Runtime.evaluate", parameters().put("expression", element(selector))).path("result");
    ObjectNode chosen = parameters().put("objectId", object.path("objectId").asText());
    chosen.putArray("files").add(file);
    call("DOM.setFileInputFiles", chosen);
  }

  private static String element(String selector) {
    return "document.querySelector(" + quoted(selector) + ")";
  }

  static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /** What scripts and requests of the page have failed with. */
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** Waits until the page has said something in a dialog. */
  void awaitDialog() {
    Awaitility.await("dialog").atMost(DEADLINE).until(() -> !dialogs.isEmpty());
  }

  private void received(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt());
      if (answer != null) {
        answer.complete(message.has("error") ? message : message.path("result"));
      }
      return;
    }
    JsonNode event = message.path("params");
    switch (message.path("method").asText()) {
      case "Runtime.exceptionThrown" ->
          troubles.add(
              "exception: " + event.at("/exceptionDetails/exception/description").asText());
      case "Runtime.consoleAPICalled" -> {
        if (event.path("type").asText().equals("error")) {
          troubles.add("console: " + event.path("args"));
        }
      }
      case "Log.entryAdded" -> {
        if (event.at("/entry/level").asText().equals("error")) {
          troubles.add("log: " + event.path("entry"));
        }
      }
      case "Network.requestWillBeSent" ->
          requests.put(event.path("requestId").asText(), event.at("/request/url").asText());
      case "Network.responseReceived" -> {
        if (event.at("/response/status").asInt() >= 400) {
          troubles.add(event.at("/response/status") + " " + event.at("/response/url"));
        }
      }
      case "Network.loadingFailed" -> {
        if (!event.path("canceled").asBoolean()) {
          troubles.add(
              event.path("errorText") + " " + requests.get(event.path("requestId").asText()));
        }
      }
      case "Page.javascriptDialogOpening" -> {
        dialogs.add(event.path("message").asText());
        send(
            calls.incrementAndGet(),
            "Page.handleJavaScriptDialog",
            parameters().put("accept", true));
      }
      case "Fetch.requestPaused" -> goOn("Fetch.continueRequest", event, parameters());
      case "Fetch.authRequired" -> {
        ObjectNode answer = parameters();
        answer.set("authChallengeResponse", login);
        goOn("Fetch.continueWithAuth", event, answer);
      }
      default -> {}
    }
  }

  private void goOn(String method, JsonNode paused, ObjectNode parameters) {
    parameters.put("requestId", paused.path("requestId").asText());
    send(calls.incrementAndGet(), method, parameters);
  }

  @Override
  public void close() {
    socket.abort();
    browser.descendants().forEach(ProcessHandle::destroyForcibly);
    browser.destroyForcibly();
  }

  private static final class Listener implements WebSocket.Listener {
    private final DevTools tools;
    private final StringBuilder message = new StringBuilder();

    Listener(DevTools tools) {
      this.tools = tools;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      message.append(text);
      if (last) {
        JsonNode whole = Json.parse(message.toString());
        message.setLength(0);
        // Not on this thread: an answer to an event is sent by the same socket.
        return CompletableFuture.runAsync(() -> tools.received(whole))
            .thenRun(() -> socket.request(1));
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
