package dev.weir.server.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How the text of a setting becomes a value.
 *
 * @param name the type in a few words, with its bounds, for a table: {@code integer, 0 to 65535}
 * @param right what would be right, as the end of a sentence: {@code a whole number from 0 to
 *     65535}
 * @param parser the value of a text, empty where the text is not right
 * @param fromFlink how a value is written here that one of Flink's keys gives
 */
public record ValueType<T>(
    String name,
    String right,
    Function<String, Optional<T>> parser,
    UnaryOperator<String> fromFlink) {

  /** Checks that all is there. */
  public ValueType {
    requireNonNull(name, "name");
    requireNonNull(right, "right");
    requireNonNull(parser, "parser");
    requireNonNull(fromFlink, "fromFlink");
  }

  /** A type that reads Flink's values as its own. */
  ValueType(String name, String right, Function<String, Optional<T>> parser) {
    this(name, right, parser, UnaryOperator.identity());
  }

  /** The value of a text, or empty where the text is not right; blanks around it do not count. */
  public Optional<T> parse(String text) {
    return parser.apply(text.strip());
  }
}
