// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A method that changes something, whatever its HTTP method: the filter for foreign sites guards
 * it.
 */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Changes {}
