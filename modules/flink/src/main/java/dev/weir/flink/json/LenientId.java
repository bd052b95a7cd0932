// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/** Reads an id of Flink's: null unless it is a text that is not empty. */
final class LenientId<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Constructor<T> constructor;

  LenientId(Class<T> shape) {
    super(shape);
    this.constructor = Records.constructor(shape);
  }

  @Override
  public @Nullable T deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    String text = LenientScalars.text(json);
    return text == null || text.isEmpty() ? null : Records.make(constructor, text);
  }

  /** There is no empty id: a record that has one says whether it may be null or must be there. */
  @Override
  public Object getEmptyValue(DeserializationContext context) {
    throw new IllegalStateException(handledType() + " has to be nullable or required");
  }
}
