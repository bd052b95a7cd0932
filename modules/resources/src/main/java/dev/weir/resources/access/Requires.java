// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.weir.security.AccessLevel;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a client has to be allowed to call a resource method; every one of them says so. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Requires {
  /** What an answer is about. */
  enum About {
    /** The cluster that is selected: the level counts that the caller has there. */
    CLUSTER,
    /**
     * The server, or all clusters of which the caller sees any: the level on some cluster counts.
     */
    SERVER
  }

  /** The level. */
  AccessLevel value();

  /** Where it has to be had. */
  About about() default About.CLUSTER;
}
