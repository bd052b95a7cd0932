// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.types;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How the text of a setting becomes a value.
 *
 * @param name the type in a few words, with its bounds, for a table: {@code integer, 0 to 65535}
 * @param right what is valid, as the end of a sentence: {@code a whole number from 0 to 65535}
 * @param parser the value of a text; empty if the text is invalid
 * @param fromFlink converts a value of one of Flink's keys to the format used here
 * @param fault what is wrong with an invalid text, as the end of a sentence; empty if {@code right}
 *     says enough
 */
public record ValueType<T>(
    String name,
    String right,
    Function<String, Optional<T>> parser,
    UnaryOperator<String> fromFlink,
    Function<String, Optional<String>> fault) {

  public ValueType {
    requireNonNull(name, "name");
    requireNonNull(right, "right");
    requireNonNull(parser, "parser");
    requireNonNull(fromFlink, "fromFlink");
    requireNonNull(fault, "fault");
  }

  /** A type that takes Flink's values unchanged. */
  ValueType(String name, String right, Function<String, Optional<T>> parser) {
    this(name, right, parser, UnaryOperator.identity());
  }

  ValueType(
      String name,
      String right,
      Function<String, Optional<T>> parser,
      UnaryOperator<String> fromFlink) {
    this(name, right, parser, fromFlink, text -> Optional.empty());
  }

  /** A type that explains what is wrong with each invalid text. */
  static <T> ValueType<T> explained(String name, String right, Reader<T> reader) {
    return new ValueType<>(
        name,
        right,
        text -> {
          try {
            return Optional.of(reader.read(text));
          } catch (FaultException e) {
            return Optional.empty();
          }
        },
        UnaryOperator.identity(),
        text -> {
          try {
            reader.read(text);
            return Optional.empty();
          } catch (FaultException e) {
            return Optional.ofNullable(e.getMessage());
          }
        });
  }

  /** Parses a text, or explains what is wrong with it. */
  @FunctionalInterface
  interface Reader<T> {
    T read(String text) throws FaultException;
  }

  /** What is wrong with a text: the end of a sentence, without its full stop. */
  static final class FaultException extends Exception {
    FaultException(String message) {
      super(message);
    }
  }

  /** What is wrong with an invalid text, as the end of a sentence. */
  public String complaint(String text) {
    return fault.apply(text.strip()).orElse("must be " + right);
  }

  /** The value of a text; empty if the text is invalid. Blanks around the text do not count. */
  public Optional<T> parse(String text) {
    return parser.apply(text.strip());
  }
}
