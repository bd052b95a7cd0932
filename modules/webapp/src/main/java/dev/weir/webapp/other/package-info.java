// SPDX-License-Identifier: Apache-2.0
/** Tells the operator that the WAR is deployed in a container of the other servlet API. */
@NullMarked
package dev.weir.webapp.other;

import org.jspecify.annotations.NullMarked;
