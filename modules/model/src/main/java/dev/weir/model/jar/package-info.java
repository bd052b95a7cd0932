// SPDX-License-Identifier: Apache-2.0
/** Uploaded jars. */
@NullMarked
package dev.weir.model.jar;

import org.jspecify.annotations.NullMarked;
