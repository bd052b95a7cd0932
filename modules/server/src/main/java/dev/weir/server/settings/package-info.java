// SPDX-License-Identifier: Apache-2.0
/** Settings and where they come from. */
@NullMarked
package dev.weir.server.settings;

import org.jspecify.annotations.NullMarked;
