// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record out of whatever is there, by what its components declare:
 *
 * <ul>
 *   <li>{@code @JsonProperty(required = true)}: without it there is no such record. The
 *       deserializer returns null, so that a list leaves the element out and a document is not
 *       Flink's.
 *   <li>{@code @Nullable}: null where it is missing, null or of another type.
 *   <li>any other: empty or 0 then.
 * </ul>
 */
final class LenientRecord<R> extends StdDeserializer<R> implements ResolvableDeserializer {
  private static final long serialVersionUID = 1;

  private final transient Constructor<R> constructor;
  private final transient Map<String, Integer> indices = new HashMap<>();
  private transient Component[] components = {};

  LenientRecord(Class<R> shape) {
    super(shape);
    this.constructor = Records.constructor(shape);
  }

  @Override
  public void resolve(DeserializationContext context) throws JsonMappingException {
    RecordComponent[] declared = handledType().getRecordComponents();
    Component[] resolved = new Component[declared.length];
    for (int i = 0; i < declared.length; i++) {
      resolved[i] = Component.of(declared[i], context);
      indices.put(resolved[i].name(), i);
    }
    components = resolved;
  }

  @Override
  public @Nullable R deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return leftOut("of another type");
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      Integer index = indices.get(name);
      if (index == null) {
        json.skipChildren();
      } else {
        values[index] = components[index].read(json, context);
      }
    }
    return make(values, context);
  }

  private @Nullable R make(@Nullable Object[] values, DeserializationContext context)
      throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        if (components[i].required()) {
          return leftOut("without a readable " + components[i].name());
        }
        values[i] = components[i].otherwise(context);
      }
    }
    return Records.make(constructor, values);
  }

  private @Nullable R leftOut(String why) {
    LeftOut.report(handledType().getSimpleName(), why);
    return null;
  }

  @Override
  public R getEmptyValue(DeserializationContext context) throws JsonMappingException {
    try {
      @Nullable R empty = make(new @Nullable Object[components.length], context);
      if (empty == null) {
        throw new IllegalStateException("There is no empty " + handledType());
      }
      return empty;
    } catch (IOException e) {
      throw JsonMappingException.fromUnexpectedIOE(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // It is what the constructor was given.
  public Class<R> handledType() {
    return (Class<R>) super.handledType();
  }

  /** One component: how it is called in JSON, and what it is where it cannot be read. */
  private record Component(
      String name,
      JavaType type,
      JsonDeserializer<Object> deserializer,
      boolean required,
      boolean nullable) {
    static Component of(RecordComponent declared, DeserializationContext context)
        throws JsonMappingException {
      JsonProperty property = declared.getAccessor().getAnnotation(JsonProperty.class);
      JavaType type = context.constructType(boxed(declared.getGenericType()));
      return new Component(
          property == null || property.value().isEmpty() ? declared.getName() : property.value(),
          type,
          context.findContextualValueDeserializer(type, null),
          property != null && property.required(),
          declared.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static Type boxed(Type type) {
      return type instanceof Class<?> plain
          ? (plain.isPrimitive() ? ClassUtil.wrapperType(plain) : plain)
          : type;
    }

    @Nullable Object read(JsonParser json, DeserializationContext context) throws IOException {
      if (isOfAnotherType(json)) {
        json.skipChildren();
        return null;
      }
      return deserializer.deserialize(json, context);
    }

    private boolean isOfAnotherType(JsonParser json) {
      return switch (json.currentToken()) {
        case VALUE_NULL -> true;
        case START_ARRAY -> type.isMapLikeType();
        case START_OBJECT -> type.isCollectionLikeType();
        default -> type.isContainerType();
      };
    }

    @Nullable Object otherwise(DeserializationContext context) throws JsonMappingException {
      if (nullable) {
        return null;
      }
      if (type.isMapLikeType()) {
        return Map.of();
      }
      return type.isCollectionLikeType() ? List.of() : deserializer.getEmptyValue(context);
    }
  }
}
