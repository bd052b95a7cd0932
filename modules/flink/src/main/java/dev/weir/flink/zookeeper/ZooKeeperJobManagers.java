// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.zookeeper;

import dev.weir.flink.JobManagers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheBridge;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.apache.curator.retry.ExponentialBackoffRetry;

/**
 * The JobManager that leads, as Flink publishes it in ZooKeeper, followed when leadership moves.
 *
 * <p>While ZooKeeper cannot be reached, or nobody leads, the last leader stays the one to ask:
 * whether it answers, it says itself.
 */
public final class ZooKeeperJobManagers implements JobManagers {
  private static final Logger LOG = System.getLogger(ZooKeeperJobManagers.class.getName());
  private static final int FIRST_PAUSE_MS = 500;
  private static final int LONGEST_PAUSE_MS = 10_000;
  private static final int ALWAYS = 29;

  private final ZooKeeperOptions options;
  private final CuratorFramework curator;
  private final CuratorCacheBridge cache;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<URI> leader = List.of();

  private ZooKeeperJobManagers(ZooKeeperOptions options) {
    this.options = options;
    this.curator =
        CuratorFrameworkFactory.builder()
            .connectString(options.quorum())
            .sessionTimeoutMs((int) options.sessionTimeout().toMillis())
            .connectionTimeoutMs((int) options.connectionTimeout().toMillis())
            .retryPolicy(new ExponentialBackoffRetry(FIRST_PAUSE_MS, ALWAYS, LONGEST_PAUSE_MS))
            .ensembleTracker(false)
            .build();
    this.cache = CuratorCache.bridgeBuilder(curator, options.node()).build();
  }

  /** Starts to follow; returns at once, whether ZooKeeper can be reached or not. */
  public static ZooKeeperJobManagers following(ZooKeeperOptions options) {
    ZooKeeperJobManagers following = new ZooKeeperJobManagers(options);
    following.start();
    return following;
  }

  private void start() {
    cache
        .listenable()
        .addListener(
            CuratorCacheListener.builder()
                .forCreates(this::published)
                .forChanges((before, after) -> published(after))
                .build());
    curator.start();
    cache.start();
  }

  private void published(ChildData node) {
    Optional<URI> address = PublishedAddress.in(node.getData());
    address
        .map(List::of)
        .filter(now -> !now.equals(leader))
        .ifPresent(
            now -> {
              LOG.log(Level.INFO, "The leader at {0} is {1}", options.node(), now.get(0));
              leader = now;
              listeners.forEach(Runnable::run);
            });
  }

  @Override
  public List<URI> addresses() {
    return leader;
  }

  @Override
  public String whyNone() {
    return curator.getZookeeperClient().isConnected()
        ? "ZooKeeper names no leader of the cluster at " + options.node() + "."
        : "ZooKeeper cannot be reached at " + options.quorum() + ".";
  }

  @Override
  public void onMove(Runnable moved) {
    listeners.add(moved);
  }

  @Override
  public void close() {
    cache.close();
    curator.close();
  }
}
