// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes records by their canonical constructor. */
final class Records {
  private Records() {}

  static <R> Constructor<R> constructor(Class<R> shape) {
    try {
      Constructor<R> canonical =
          shape.getDeclaredConstructor(
              Arrays.stream(shape.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("Not a record: " + shape, e);
    }
  }

  static <R> R make(Constructor<R> constructor, @Nullable Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
