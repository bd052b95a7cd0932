// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The options that a parameter class accepts; a request with another option is rejected. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Takes {
  /** The accepted options. */
  Option[] value();
}
