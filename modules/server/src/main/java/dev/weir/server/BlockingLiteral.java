// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.resources.file.Blocking;
import org.glassfish.hk2.api.AnnotationLiteral;

/** The annotation {@link Blocking} as a value, for bindings. */
final class BlockingLiteral extends AnnotationLiteral<Blocking> implements Blocking {
  static final BlockingLiteral INSTANCE = new BlockingLiteral();
  private static final long serialVersionUID = 1;
}
