// SPDX-License-Identifier: Apache-2.0
/** Sends logs and standard output, whole or in byte ranges. */
@NullMarked
package dev.weir.resources.file;

import org.jspecify.annotations.NullMarked;
