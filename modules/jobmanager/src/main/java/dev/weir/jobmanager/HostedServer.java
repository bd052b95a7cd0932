// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import dev.weir.flink.JobManagers;
import dev.weir.http.ClustersServer;
import dev.weir.http.Connecting;
import dev.weir.server.CloseStack;
import dev.weir.server.Directories;
import dev.weir.server.LogText;
import dev.weir.server.StartFailure;
import dev.weir.server.settings.Exposure;
import dev.weir.server.settings.Settings;
import dev.weir.server.settings.SettingsResolver;
import dev.weir.server.settings.keys.ServerKeys;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weir in the process of a JobManager. Whatever keeps Weir from serving is one line in Flink's log.
 *
 * <p>Flink's ports come first: Weir loads nothing heavy and takes no port before Flink's REST API
 * listens.
 */
public final class HostedServer implements Consumer<Configuration> {
  private static final Logger LOG = LoggerFactory.getLogger("dev.weir.jobmanager");
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long PAUSE_MILLIS = 250;

  /** For the hook, which creates it by reflection. */
  public HostedServer() {}

  /** Serves until the process ends, or until this thread is interrupted: Weir is out of memory. */
  @Override
  public void accept(Configuration configuration) {
    try {
      serve(configuration);
    } catch (SettingsException e) {
      doesNotStart(e.explanation());
    } catch (StartFailure e) {
      LOG.debug("Cause", e);
      doesNotStart(e.explanation());
    } catch (InterruptedException e) {
      LOG.warn(
          "Weir has stopped, because it is out of memory. The JobManager goes on. Recommended action:"
              + " raise jobmanager.memory.process.size.");
    }
  }

  private static void doesNotStart(String why) {
    LOG.warn("Weir does not start: {} The JobManager is not affected.", LogText.oneLine(why));
  }

  private static void serve(Configuration configuration)
      throws SettingsException, StartFailure, InterruptedException {
    Optional<String> narrow = Headroom.ofThisProcess().problem();
    if (narrow.isPresent()) {
      doesNotStart(narrow.get());
      return;
    }
    Map<String, String> keys = configuration.toMap();
    FlinkRest rest = new FlinkRest(keys);
    try (JobManagers jobManagers = jobManagers(rest, configuration)) {
      awaitFlink(jobManagers);
      Settings settings =
          SettingsResolver.resolve(SettingsSources.ofFlink(keys, HostDefaults.of(rest)));
      if (settings.value(ServerKeys.ENABLED)) {
        serve(settings, rest, jobManagers);
      } else {
        LOG.info("Weir is switched off: weir.enabled is false.");
      }
    }
  }

  private static JobManagers jobManagers(FlinkRest rest, Configuration configuration)
      throws StartFailure {
    Optional<URI> address = rest.address();
    if (address.isPresent()) {
      return JobManagers.at(List.of(address.get()));
    }
    if (!rest.isHighlyAvailable()) {
      throw new StartFailure(
          "rest.bind-port is '"
              + rest.ports()
              + "', so Weir cannot know the port of Flink's REST API. Set rest.bind-port to one"
              + " port.");
    }
    return LeaderRest.follow(configuration);
  }

  private static void awaitFlink(JobManagers jobManagers) throws InterruptedException {
    while (jobManagers.addresses().stream().noneMatch(HostedServer::listens)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean listens(URI address) {
    String host = address.getHost().replaceAll("[\\[\\]]", "");
    return Connecting.fault(host, address.getPort(), PATIENCE).isEmpty();
  }

  private static void serve(Settings settings, FlinkRest rest, JobManagers jobManagers)
      throws SettingsException, StartFailure, InterruptedException {
    if (Exposure.isUnguarded(settings)) {
      throw new SettingsException(
          "weir.bind is '"
              + settings.server().bind()
              + "', so others can reach Weir, but no authentication is configured. Set"
              + " weir.security.basic.file, weir.security.token.file or weir.security.oidc.issuer;"
              + " weir.security: none lets every caller do everything.");
    }
    Exposure.of(settings).forEach(LOG::warn);
    settings.remarks().forEach(LOG::warn);
    HostDefaults.withoutEffect(settings)
        .forEach(key -> LOG.warn("{} has no effect inside a JobManager.", key));
    Directories.requireInContainer(settings);
    Runnable stop = Thread.currentThread()::interrupt;
    Running running =
        CloseStack.started(
            settings,
            parts -> {
              parts.add("The log", FlinkLog.install(settings.log().level(), stop)::close);
              return new Running(
                  parts,
                  ClustersServer.start(settings, directory -> jobManagers, Optional.empty(), parts)
                      .address());
            });
    LOG.info(
        "Weir {} serves the classic monitoring API at {}, from Flink's REST API at {}.",
        HostedServer.class.getPackage().getImplementationVersion(),
        running.address,
        jobManagers.addresses());
    HostDefaults.howToSwap(settings, rest).ifPresent(LOG::info);
    running.untilInterrupted();
  }

  /** A server that serves. */
  private record Running(CloseStack parts, URI address) {
    /** How long the end of the JobManager waits for Weir's. */
    private static final long LONGEST_END_MILLIS = 3_000;

    void untilInterrupted() throws InterruptedException {
      Thread hook = new Thread(this::endInTime, "weir-end");
      try {
        Runtime.getRuntime().addShutdownHook(hook);
        new CountDownLatch(1).await();
      } catch (IllegalStateException e) {
        // The process ends already.
        return;
      } finally {
        if (remove(hook)) {
          parts.close();
        }
      }
    }

    private static boolean remove(Thread hook) {
      try {
        return Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It runs.
        return false;
      }
    }

    private void endInTime() {
      Thread end = new Thread(parts::close, "weir-end-parts");
      end.setDaemon(true);
      end.start();
      try {
        end.join(LONGEST_END_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
