// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a method that changes something, whatever its HTTP method. The filters for cross-site
 * requests, for HEAD and for the audit log are bound to it.
 */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Changes {}
