// SPDX-License-Identifier: Apache-2.0
/** The standalone process: command line, log, start and shutdown. */
@NullMarked
package dev.weir.launcher;

import org.jspecify.annotations.NullMarked;
