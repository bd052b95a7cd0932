// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static java.util.Objects.requireNonNull;

/** A header of a request, as it is sent. */
record Field(String name, String value) {
  Field {
    requireNonNull(name);
    requireNonNull(value);
  }
}
