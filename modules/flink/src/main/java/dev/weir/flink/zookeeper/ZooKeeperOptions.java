// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.zookeeper;

import java.time.Duration;

/**
 * Where in ZooKeeper a cluster publishes its leader; all as the cluster itself is configured.
 *
 * @param quorum hosts and ports of the servers, by commas: {@code
 *     high-availability.zookeeper.quorum}
 * @param root path below which all clusters are: {@code high-availability.zookeeper.path.root}
 * @param clusterId path of this one below it: {@code high-availability.cluster-id}
 * @param sessionTimeout {@code high-availability.zookeeper.client.session-timeout}
 * @param connectionTimeout {@code high-availability.zookeeper.client.connection-timeout}
 */
public record ZooKeeperOptions(
    String quorum,
    String root,
    String clusterId,
    Duration sessionTimeout,
    Duration connectionTimeout) {

  /** The node that has the address of the leader's REST API, in every Flink from 1.15 on. */
  String node() {
    return "/" + trimmed(root) + "/" + trimmed(clusterId) + "/leader/rest_server/connection_info";
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
