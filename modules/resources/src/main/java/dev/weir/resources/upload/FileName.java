// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of a file and its field in a {@code Content-Disposition} (RFC 6266, RFC 8187). */
public final class FileName {
  private final String text;
  private int at;

  private FileName(String text) {
    this.text = text;
  }

  /**
   * The file name; {@code filename*} takes precedence over {@code filename}. Empty without either.
   */
  public static Optional<String> in(String disposition) {
    Map<String, String> parameters = new FileName(disposition).parameters();
    return Optional.ofNullable(parameters.get("filename*"))
        .flatMap(FileName::extended)
        .or(() -> Optional.ofNullable(parameters.get("filename")));
  }

  /** The name of the form field; empty if there is none. */
  public static Optional<String> field(String disposition) {
    return Optional.ofNullable(new FileName(disposition).parameters().get("name"));
  }

  /** Parses by hand: a regular expression over quoted text recurses for each character. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    upTo(";");
    while (at < text.length()) {
      at++;
      String name = upTo("=;").strip().toLowerCase(Locale.ROOT);
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        parameters.putIfAbsent(name, value());
        upTo(";");
      }
    }
    return parameters;
  }

  private String upTo(String ends) {
    int from = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String value() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '"' ? quoted() : upTo(";").strip();
  }

  /** Only quotes and backslashes are escaped: old browsers send paths unescaped. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      boolean escapes =
          text.charAt(at) == '\\'
              && at + 1 < text.length()
              && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
      at += escapes ? 1 : 0;
      value.append(text.charAt(at));
    }
    return value.toString();
  }

  /** Decodes a value such as {@code UTF-8''%e4%bd%9c.jar}; empty if it has another form. */
  private static Optional<String> extended(String value) {
    String[] parts = value.split("'", 3);
    Charset charset =
        parts[0].equalsIgnoreCase("UTF-8")
            ? StandardCharsets.UTF_8
            : parts[0].equalsIgnoreCase("ISO-8859-1") ? StandardCharsets.ISO_8859_1 : null;
    return parts.length < 3 || charset == null ? Optional.empty() : decoded(parts[2], charset);
  }

  private static Optional<String> decoded(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        bytes.write(text.charAt(i));
      } else {
        int high = digit(text, i + 1);
        int low = digit(text, i + 2);
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high << 4 | low);
        i += 2;
      }
    }
    return Optional.of(bytes.toString(charset));
  }

  private static int digit(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }
}
