// SPDX-License-Identifier: Apache-2.0
/** Kinds of values. */
@NullMarked
package dev.weir.server.settings.types;

import org.jspecify.annotations.NullMarked;
