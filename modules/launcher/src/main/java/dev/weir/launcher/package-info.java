// SPDX-License-Identifier: Apache-2.0
/** The process: command line, log, start and end. */
@NullMarked
package dev.weir.launcher;

import org.jspecify.annotations.NullMarked;
