// SPDX-License-Identifier: Apache-2.0
/** Multipart uploads. */
@NullMarked
package dev.weir.resources.upload;

import org.jspecify.annotations.NullMarked;
