// SPDX-License-Identifier: Apache-2.0
/** The settings of a server, and how they are resolved. */
@NullMarked
package dev.weir.server.settings;

import org.jspecify.annotations.NullMarked;
