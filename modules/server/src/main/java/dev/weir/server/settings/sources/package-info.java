// SPDX-License-Identifier: Apache-2.0
/** Where values come from. */
@NullMarked
package dev.weir.server.settings.sources;

import org.jspecify.annotations.NullMarked;
