// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import java.util.concurrent.ThreadFactory;

/** Gives threads a name. */
final class Threads {
  private Threads() {}

  static ThreadFactory named(ThreadFactory factory, String name) {
    return task -> {
      Thread thread = factory.newThread(task);
      thread.setName(name);
      return thread;
    };
  }
}
