// SPDX-License-Identifier: Apache-2.0
/** Logs and standard output, in ranges. */
@NullMarked
package dev.weir.resources.file;

import org.jspecify.annotations.NullMarked;
