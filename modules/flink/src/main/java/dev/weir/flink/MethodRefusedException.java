// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/**
 * What stands before a cluster does not let a method through (405). So the request was not done.
 */
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
