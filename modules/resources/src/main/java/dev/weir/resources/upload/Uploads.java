// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A method that takes a file in: {@link UploadFilter} says whether there is room for it. */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Uploads {}
