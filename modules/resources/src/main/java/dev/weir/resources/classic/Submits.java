// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a method about programs: {@link SubmitFilter} rejects it if submitting is disabled. */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Submits {}
