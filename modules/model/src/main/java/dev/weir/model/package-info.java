// SPDX-License-Identifier: Apache-2.0
/** The data of the classic REST API. This package has the types that all its subpackages share. */
@NullMarked
package dev.weir.model;

import org.jspecify.annotations.NullMarked;
