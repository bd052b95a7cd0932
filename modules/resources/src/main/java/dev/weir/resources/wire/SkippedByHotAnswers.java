// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a request filter that hot answers may skip.
 *
 * <p>A hot answer is sent without Jersey, so no filter sees its request. It goes to a GET or HEAD
 * of the same address and {@code Host} as the request before, without {@code Origin}, {@code
 * Range}, forwarded headers or preconditions other than {@code If-None-Match}. Callers and access
 * levels are checked for each request. A filter may be skipped if it has the same outcome for each
 * such request and no effect that is needed. A filter that counts or logs requests, or that looks
 * at other headers, must not be marked: after it, no answer is kept.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface SkippedByHotAnswers {}
