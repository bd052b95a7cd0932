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

/** Releases this application's records from the methods that Java generates for records. */
final class RecordMethods {
  private static final Logger LOG = System.getLogger(RecordMethods.class.getName());

  private RecordMethods() {}

  /**
   * Makes Java forget this application's records. Up to Java 17, its method handles keep the last
   * type that they were adapted to. That is one of ours until other code uses a record. This adapts
   * them to a type of Java's own.
   */
  static void forget() {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      MethodHandle[] getter = {
        lookup.findVirtual(String.class, "strip", MethodType.methodType(String.class))
      };
      // By reflection, because a direct call declares Throwable.
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
