// SPDX-License-Identifier: Apache-2.0
/**
 * The part of the WAR that the container sees: a servlet, and the class loader for all the rest.
 */
@NullMarked
package dev.weir.webapp;

import org.jspecify.annotations.NullMarked;
