// SPDX-License-Identifier: Apache-2.0
package dev.weir.server;

import dev.weir.contract.ApiDescription;
import dev.weir.flink.Secrets;
import dev.weir.monitor.ClusterMonitor;
import dev.weir.monitor.Clusters;
import dev.weir.monitor.JobSearch;
import dev.weir.monitor.jars.JarUploads;
import dev.weir.resources.ApiExtensions;
import dev.weir.resources.access.CallerResolver;
import dev.weir.resources.access.PublicPaths;
import dev.weir.resources.audit.AuditLog;
import dev.weir.resources.audit.DenialFilter;
import dev.weir.resources.browser.BrowserPolicy;
import dev.weir.resources.file.TextFiles;
import dev.weir.resources.file.Transfers;
import dev.weir.resources.proxy.TrustedProxies;
import dev.weir.resources.style.ClassicStyle;
import dev.weir.resources.v1.Dashboard;
import dev.weir.resources.v1.V1Changes;
import dev.weir.resources.v1.V1Config;
import dev.weir.resources.v1.V1Options;
import dev.weir.resources.v1.V1Reads;
import dev.weir.resources.wire.ClusterHosts;
import dev.weir.resources.wire.ServerPaths;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * The API as a Jersey application, with explicit registration and HK2 bindings, without scanning.
 */
public final class WeirApplication extends ResourceConfig {
  /**
   * Registers and binds the parts of the API.
   *
   * @param callers authenticates the sender of a request
   * @param blocking copies logs, which blocks; the options limit how many at a time
   */
  public WeirApplication(
      ApiParts parts, CallerResolver callers, Executor blocking, InstantSource clock) {
    registerClasses(parts.extensions().classes());
    register(new BodyLimitFilter(parts.options().body()));
    register(new HeaderProblemMapper());
    register(new DenialFilter(parts.audit(), clock, parts.options().denialsPerMinute()));
    register(binder(parts, callers, blocking, clock));
    register(ofExtensions(parts.extensions()));
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    // A container would replace an answer without a body by a page of its own.
    property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    // Without the providers for XML and data sources, nothing needs their libraries.
    property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
    property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    // As in Flink 1.3, a Location is a path, which is also right behind a proxy.
    property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
  }

  /** Binds what resources and filters inject: single values, never the options as a whole. */
  private static AbstractBinder binder(
      ApiParts parts, CallerResolver callers, Executor blocking, InstantSource clock) {
    ApiOptions options = parts.options();
    Dashboard dashboard = new Dashboard(options.v1(), parts.dashboard(), blocking);
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bind(parts.clusters()).to(Clusters.class);
        bindFactory(SelectedCluster.class).to(ClusterMonitor.class);
        bind(new JobSearch(parts.clusters(), clock)).to(JobSearch.class);
        bind(parts.uploads()).to(JarUploads.class);
        bind(parts.audit()).to(AuditLog.class);
        bind(callers).to(CallerResolver.class);
        bind(options.trustedProxies()).to(TrustedProxies.class);
        bind(options.secrets()).to(Secrets.class);
        bind(clock).to(InstantSource.class);
        bind(blocking).to(Executor.class).qualifiedBy(BlockingLiteral.INSTANCE);
        bind(options.classic()).to(ClassicStyle.class);
        bind(options.browsers()).to(BrowserPolicy.class);
        bind(options.clusterHosts()).to(ClusterHosts.class);
        bind(options.submitEnabled()).to(Boolean.class).named("submit-enabled");
        bind(options.transfers()).to(Transfers.class);
        bind(options.v1()).to(V1Options.class);
        bind(dashboard).to(Dashboard.class);
        bind(dashboard.isThere()).to(Boolean.class).named("dashboard");
        bindAsContract(TextFiles.class);
        bindAsContract(V1Config.class);
        bindAsContract(V1Changes.class);
        bindAsContract(V1Reads.class);
      }
    };
  }

  /** Binds what is derived from all extensions, and the bindings of each. */
  private static AbstractBinder ofExtensions(ApiExtensions extensions) {
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bind(new ApiDescription(extensions.descriptions())).to(ApiDescription.class);
        bind(new ServerPaths(extensions.serverPaths())).to(ServerPaths.class);
        bind(PublicPaths.of(extensions.classes())).to(PublicPaths.class);
        extensions.all().forEach(extension -> extension.bindings().forEach(this::bindAs));
      }

      private <T> void bindAs(Class<T> type, Object bound) {
        bind(type.cast(bound)).to(type);
      }
    };
  }
}
