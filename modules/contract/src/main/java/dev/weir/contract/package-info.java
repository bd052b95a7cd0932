// SPDX-License-Identifier: Apache-2.0
/** The OpenAPI description of the API, as YAML and as JSON. */
@NullMarked
package dev.weir.contract;

import org.jspecify.annotations.NullMarked;
