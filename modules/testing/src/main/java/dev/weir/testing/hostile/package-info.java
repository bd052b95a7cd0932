// SPDX-License-Identifier: Apache-2.0
/** What servers on a network are sent: by attackers, by broken programs, and by ordinary ones. */
@NullMarked
package dev.weir.testing.hostile;

import org.jspecify.annotations.NullMarked;
