// SPDX-License-Identifier: Apache-2.0
/**
 * What the container sees of Weir in a WAR: a servlet, and the class loader that has all the rest.
 */
@NullMarked
package dev.weir.webapp;

import org.jspecify.annotations.NullMarked;
