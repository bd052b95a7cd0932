// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The captures: every read of one cluster with a finished batch job, a running and a cancelled
 * stream and a failed one; and the calls that change something, in the order they were made.
 */
public final class Reference {
  private static final String FOLDER = "/dev/weir/testing/flink-1.3.2/";

  private Reference() {}

  /** Read once, when they are first asked for. */
  private static final class Loaded {
    private static final List<RecordedCall> READS = loadReads();
    private static final List<RecordedCall> ACTIONS = loadActions();
  }

  /** The reads, in the order they were made; some paths come more than once. */
  public static List<RecordedCall> reads() {
    return Loaded.READS;
  }

  /** The calls that change something, in the order they were made. */
  public static List<RecordedCall> actions() {
    return Loaded.ACTIONS;
  }

  private static List<RecordedCall> loadReads() {
    List<RecordedCall> calls = new ArrayList<>();
    for (JsonNode entry : Json.parse(text("INDEX.json"))) {
      calls.add(
          new RecordedCall(
              "",
              "GET",
              entry.path("path").textValue(),
              null,
              entry.path("status").intValue(),
              entry.path("contentType").textValue(),
              null,
              text(entry.path("file").textValue())));
    }
    return List.copyOf(calls);
  }

  private static List<RecordedCall> loadActions() {
    List<RecordedCall> calls = new ArrayList<>();
    for (JsonNode entry : Json.parse(text("ACTIONS.json"))) {
      JsonNode body = entry.path("body");
      calls.add(
          new RecordedCall(
              entry.path("note").textValue(),
              entry.path("method").textValue(),
              entry.path("path").textValue(),
              form(entry.path("form")),
              entry.path("status").intValue(),
              entry.path("contentType").textValue(),
              entry.path("location").textValue(),
              body.isTextual() ? body.textValue() : body.toString()));
    }
    return List.copyOf(calls);
  }

  /**
   * The recorded answer to one read.
   *
   * @throws IllegalArgumentException if it was not recorded
   */
  public static RecordedCall read(String path) {
    return reads().stream()
        .filter(call -> call.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not recorded: GET " + path));
  }

  private static RecordedCall.@Nullable Form form(JsonNode form) {
    return form.isObject()
        ? new RecordedCall.Form(
            form.path("field").textValue(),
            form.path("filename").textValue(),
            form.path("contentType").textValue())
        : null;
  }

  private static String text(String file) {
    try (InputStream in = Reference.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The capture " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
