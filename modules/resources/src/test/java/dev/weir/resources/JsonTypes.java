// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a type of the model is in JSON, in the short form in which it is compared. */
final class JsonTypes {
  private static final Map<Type, String> PLAIN =
      Map.of(
          int.class, "int32",
          Integer.class, "int32",
          long.class, "int64",
          Long.class, "int64",
          double.class, "double",
          Double.class, "double",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          String.class, "string",
          URI.class, "string");

  private JsonTypes() {}

  static String of(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return PLAIN.getOrDefault(type, ((Class<?>) type).getSimpleName());
    }
    Type[] arguments = generic.getActualTypeArguments();
    if (generic.getRawType() == List.class) {
      return "[" + of(arguments[0]) + "]";
    }
    Class<?> key = (Class<?>) arguments[0];
    // A map that has every state as a key is described as an object with those properties.
    return key.isEnum()
        ? key.getSimpleName() + (arguments[1] == Long.class ? "Times" : "Counts")
        : "{" + of(arguments[1]) + "}";
  }
}
