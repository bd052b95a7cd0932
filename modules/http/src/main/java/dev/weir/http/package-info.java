// SPDX-License-Identifier: Apache-2.0
/** The standalone server on Grizzly. */
@NullMarked
package dev.weir.http;

import org.jspecify.annotations.NullMarked;
