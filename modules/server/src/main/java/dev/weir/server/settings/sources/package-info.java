// SPDX-License-Identifier: Apache-2.0
/** The sources of settings. */
@NullMarked
package dev.weir.server.settings.sources;

import org.jspecify.annotations.NullMarked;
