// SPDX-License-Identifier: Apache-2.0
/** Answers about uploaded jars: list, upload, plan and run. */
@NullMarked
package dev.weir.model.jar;

import org.jspecify.annotations.NullMarked;
