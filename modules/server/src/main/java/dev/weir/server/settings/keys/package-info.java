// SPDX-License-Identifier: Apache-2.0
/** All settings, by group. */
@NullMarked
package dev.weir.server.settings.keys;

import org.jspecify.annotations.NullMarked;
