// SPDX-License-Identifier: Apache-2.0
/** The Java client: what is written by hand beside the generated classes. */
@NullMarked
package dev.weir.client;

import org.jspecify.annotations.NullMarked;
