// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a request filter that hot answers may skip.
 *
 * <p>A hot answer is sent without Jersey, so no filter sees its request. The request is a GET or
 * HEAD with the same address and {@code Host} as an earlier one. It has no {@code Origin}, no
 * {@code Range}, no forwarded headers and no precondition except {@code If-None-Match}. Callers and
 * access levels are checked for each request.
 *
 * <p>A filter may be skipped if its outcome is the same for all such requests. It must have no
 * other necessary effect. A filter that counts or logs requests, or looks at other headers, must
 * not be marked. No answer that passed through such a filter is kept.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface SkippedByHotAnswers {}
