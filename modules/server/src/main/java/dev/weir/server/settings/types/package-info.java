// SPDX-License-Identifier: Apache-2.0
/** The types of setting values. */
@NullMarked
package dev.weir.server.settings.types;

import org.jspecify.annotations.NullMarked;
