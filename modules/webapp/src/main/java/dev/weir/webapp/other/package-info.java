// SPDX-License-Identifier: Apache-2.0
/** What speaks where the WAR is deployed in a container of the other kind. */
@NullMarked
package dev.weir.webapp.other;

import org.jspecify.annotations.NullMarked;
