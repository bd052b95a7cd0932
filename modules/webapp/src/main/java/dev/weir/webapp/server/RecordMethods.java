// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.TypeDescriptor;
import java.lang.reflect.Method;
import java.lang.runtime.ObjectMethods;
import java.util.List;

/** The methods that Java makes for records. */
final class RecordMethods {
  private static final Logger LOG = System.getLogger(RecordMethods.class.getName());

  private RecordMethods() {}

  /**
   * Has Java forget our records. Up to Java 17 its own method handles keep the last type that they
   * were adapted to, which is one of ours as long as nobody else has used a record; so they are
   * adapted to a type of Java's own.
   */
  static void forget() {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      MethodHandle[] getter = {
        lookup.findVirtual(String.class, "strip", MethodType.methodType(String.class))
      };
      // By reflection, since called directly it may throw anything.
      Method bootstrap =
          ObjectMethods.class.getMethod(
              "bootstrap",
              MethodHandles.Lookup.class,
              String.class,
              TypeDescriptor.class,
              Class.class,
              String.class,
              MethodHandle[].class);
      for (String method : List.of("equals", "hashCode", "toString")) {
        bootstrap.invoke(null, lookup, method, MethodHandle.class, String.class, "text", getter);
      }
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.DEBUG, "Java may remember records", e);
    }
  }
}
