// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/** A proxy before the cluster rejected the HTTP method (405). Nothing was done. */
public final class MethodRefusedException extends ClusterException {
  private static final long serialVersionUID = 1;

  public MethodRefusedException(String method, String address) {
    super(
        Reason.UNEXPECTED_ANSWER,
        "What stands before the cluster at "
            + address
            + " does not let "
            + method
            + " through (405); nothing was done.");
  }
}
