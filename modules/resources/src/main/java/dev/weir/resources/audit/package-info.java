// SPDX-License-Identifier: Apache-2.0
/** The audit log: changes and denied requests. */
@NullMarked
package dev.weir.resources.audit;

import org.jspecify.annotations.NullMarked;
