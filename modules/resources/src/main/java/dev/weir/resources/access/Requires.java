// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.weir.security.AccessLevel;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The access level that a resource method requires. A method without it must be public. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Requires {
  /** The subject of an answer. */
  enum About {
    /** The selected cluster: the caller's level on this cluster counts. */
    CLUSTER,
    /** The server, or all clusters that the caller may view: the level on any cluster counts. */
    SERVER
  }

  /** The required level. */
  AccessLevel value();

  /** The subject that the level is required on. */
  About about() default About.CLUSTER;
}
