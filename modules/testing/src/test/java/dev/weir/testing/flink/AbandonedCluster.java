// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.flink;

/** Starts a cluster, says its process id and its directory, and ends without closing it. */
final class AbandonedCluster {
  static final String VERSION = "1.20.4";

  private AbandonedCluster() {}

  public static void main(String[] args) {
    FlinkCluster cluster = FlinkCluster.of(VERSION).taskManagers(0).start();
    System.out.println(cluster.jobManager(0).pid() + " " + cluster.savepoints().getParent());
    System.exit(0);
  }
}
