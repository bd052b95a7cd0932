// SPDX-License-Identifier: Apache-2.0
/** TLS and certificates. */
@NullMarked
package dev.weir.http.tls;

import org.jspecify.annotations.NullMarked;
