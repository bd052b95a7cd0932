// SPDX-License-Identifier: Apache-2.0
/** Every setting, by group. */
@NullMarked
package dev.weir.server.settings.keys;

import org.jspecify.annotations.NullMarked;
