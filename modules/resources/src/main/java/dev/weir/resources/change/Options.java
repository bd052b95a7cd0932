// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import dev.weir.model.HexId;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a change, from the query and the body, each under one name. An option that would
 * change the outcome but cannot be honoured is rejected. Other names in a query are ignored.
 */
public final class Options {
  private final Map<Option, List<Object>> given = new EnumMap<>(Option.class);
  private final Set<Option> taken;

  /**
   * Collects the options of a request.
   *
   * @param bean the class that declares its options by {@link Takes}
   * @throws ProblemException for an option that the class does not declare
   */
  public Options(Class<?> bean, Map<String, List<String>> query, ChangeBody body) {
    taken = EnumSet.noneOf(Option.class);
    taken.addAll(Arrays.asList(bean.getAnnotation(Takes.class).value()));
    query.forEach((name, values) -> add(name, values, false));
    body.members().forEach((name, value) -> add(name, value, body.strict()));
  }

  private void add(String name, @Nullable Object value, boolean strict) {
    Option option = Option.named(name).orElse(null);
    if (option == null && !strict) {
      return;
    }
    if (option == null || !taken.contains(option)) {
      throw new ProblemException(
          ProblemKind.MALFORMED_PARAMETER,
          "'" + Printable.of(name) + "' is not an option of this request; " + options());
    }
    if (value != null && !isBlank(value)) {
      given.computeIfAbsent(option, first -> new ArrayList<>()).add(value);
    }
  }

  private String options() {
    return taken.isEmpty() ? "there are none." : "the options are " + taken + ".";
  }

  /** An empty form field or parameter counts as not given. */
  private static boolean isBlank(Object value) {
    return value instanceof String text
        ? text.isBlank()
        : value instanceof Collection<?> all && all.stream().allMatch(Options::isEmptyText);
  }

  private static boolean isEmptyText(@Nullable Object value) {
    return value instanceof String text && text.isBlank();
  }

  /** The single text of an option; null if it is not given. */
  public @Nullable String text(Option option) {
    String found = null;
    for (Object value : given.getOrDefault(option, List.of())) {
      for (Object one : value instanceof Collection<?> all ? all : List.of(value)) {
        String text = scalar(option, one);
        if (found != null && !text.isBlank() && !found.equals(text)) {
          throw new ProblemException(
              ProblemKind.MALFORMED_PARAMETER,
              option
                  + " is given twice, as '"
                  + Printable.of(found)
                  + "' and as '"
                  + Printable.of(text)
                  + "'.");
        }
        found = text.isBlank() ? found : text;
      }
    }
    return found;
  }

  /** The texts of an option in their order; empty if it is not given. */
  public List<String> texts(Option option) {
    List<String> found = null;
    for (Object value : given.getOrDefault(option, List.of())) {
      Collection<?> all = value instanceof Collection<?> several ? several : List.of(value);
      List<String> texts = all.stream().map(one -> scalar(option, one)).toList();
      if (found != null && !found.equals(texts)) {
        throw new ProblemException(
            ProblemKind.MALFORMED_PARAMETER,
            option
                + " is given twice, as "
                + Printable.of(found.toString())
                + " and as "
                + Printable.of(texts.toString())
                + ".");
      }
      found = texts;
    }
    return found == null ? List.of() : found;
  }

  /** Whether an option is true; null if it is not given. */
  public @Nullable Boolean flag(Option option) {
    Boolean found = null;
    for (Object value : given.getOrDefault(option, List.of())) {
      for (Object one : value instanceof Collection<?> all ? all : List.of(value)) {
        Boolean said = flag(option, scalar(option, one));
        if (found != null && said != null && !found.equals(said)) {
          throw new ProblemException(
              ProblemKind.MALFORMED_PARAMETER, option + " is given twice, as true and as false.");
        }
        found = said == null ? found : said;
      }
    }
    return found;
  }

  private static @Nullable Boolean flag(Option option, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      case "" -> null;
      default ->
          throw new ProblemException(
              ProblemKind.MALFORMED_PARAMETER,
              option + " is '" + Printable.of(value) + "': it must be true or false.");
    };
  }

  /** The entries of an option that is an object; empty if it is not given. */
  public Map<String, String> entries(Option option) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Object value : given.getOrDefault(option, List.of())) {
      if (!(value instanceof Map<?, ?> members)) {
        throw new ProblemException(
            ProblemKind.MALFORMED_PARAMETER, option + " must be an object of a JSON body.");
      }
      members.forEach((key, one) -> entries.put(String.valueOf(key), scalar(option, one)));
    }
    return entries;
  }

  /** The word of an option, in upper case; null if it is not given. Other words are rejected. */
  public @Nullable String word(Option option, List<String> words) {
    String text = text(option);
    if (text == null) {
      return null;
    }
    String word = text.toUpperCase(Locale.ROOT);
    if (!words.contains(word)) {
      throw new ProblemException(
          ProblemKind.MALFORMED_PARAMETER,
          option
              + " is '"
              + Printable.of(text)
              + "': it must be one of "
              + String.join(", ", words)
              + ".");
    }
    return word;
  }

  /** A Flink id in its canonical form; null if it is not given. */
  public @Nullable String id(Option option) {
    String text = text(option);
    return text == null
        ? null
        : HexId.read(text)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.MALFORMED_PARAMETER,
                        option + " is '" + Printable.of(text) + "': " + HexId.RIGHT + "."));
  }

  private static String scalar(Option option, @Nullable Object value) {
    if (value == null || value instanceof Collection || value instanceof Map) {
      throw new ProblemException(
          ProblemKind.MALFORMED_PARAMETER, option + " must be a single value, or a list of them.");
    }
    return value.toString();
  }
}
