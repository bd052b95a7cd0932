// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks the resource of Flink's API: {@link RouteFilter} finds the route of a request. */
@NameBinding
@Retention(RUNTIME)
@Target(TYPE)
public @interface V1 {}
