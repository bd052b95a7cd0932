// SPDX-License-Identifier: Apache-2.0
/** Uploads, kept jars, the check of a jar. */
@NullMarked
package dev.weir.monitor.jars;

import org.jspecify.annotations.NullMarked;
