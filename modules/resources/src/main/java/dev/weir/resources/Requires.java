package dev.weir.resources;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a client has to be allowed to call a resource method; every one of them says so. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Requires {
  /** The level. */
  AccessLevel value();
}
