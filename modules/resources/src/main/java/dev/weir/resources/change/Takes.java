// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The options that a bean of parameters takes; a request with another one is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Takes {
  /** Those. */
  Option[] value();
}
