// SPDX-License-Identifier: Apache-2.0
/** What all families share. */
@NullMarked
package dev.weir.model;

import org.jspecify.annotations.NullMarked;
