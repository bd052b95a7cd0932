// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads every record leniently, and every id, which is a record of one {@code @JsonValue}, as the
 * text that it is.
 */
final class LenientRecords extends SimpleDeserializers {
  private static final long serialVersionUID = 1;

  @Override
  public @Nullable JsonDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription bean)
      throws JsonMappingException {
    Class<?> shape = type.getRawClass();
    if (!shape.isRecord()) {
      return super.findBeanDeserializer(type, config, bean);
    }
    return isId(shape.getRecordComponents()) ? new LenientId<>(shape) : new LenientRecord<>(shape);
  }

  private static boolean isId(RecordComponent[] components) {
    return components.length == 1
        && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }
}
