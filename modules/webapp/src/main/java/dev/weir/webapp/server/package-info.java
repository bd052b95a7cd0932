// SPDX-License-Identifier: Apache-2.0
/** The server inside a WAR, behind the class loader of {@code dev.weir.webapp}. */
@NullMarked
package dev.weir.webapp.server;

import org.jspecify.annotations.NullMarked;
