// SPDX-License-Identifier: Apache-2.0
/** Answers about jobs, their plans and cancel-with-savepoint requests. */
@NullMarked
package dev.weir.model.job;

import org.jspecify.annotations.NullMarked;
