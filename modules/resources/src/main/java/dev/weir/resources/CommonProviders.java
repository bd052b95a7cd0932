// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import dev.weir.resources.access.AccessFilter;
import dev.weir.resources.access.AuthenticationFilter;
import dev.weir.resources.audit.AuditFilter;
import dev.weir.resources.browser.BrowserHeadersFilter;
import dev.weir.resources.browser.CorsFilter;
import dev.weir.resources.browser.CrossSiteFilter;
import dev.weir.resources.browser.HostFilter;
import dev.weir.resources.change.ChangeBodyReader;
import dev.weir.resources.change.HeadFilter;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.upload.BodyInterceptor;
import dev.weir.resources.wire.AcceptAnythingFilter;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.ContentTypeFilter;
import dev.weir.resources.wire.IdentifierConverters;
import dev.weir.resources.wire.JsonFilter;
import dev.weir.resources.wire.PathFilter;
import dev.weir.resources.wire.ProblemMapper;
import dev.weir.resources.wire.SnapshotFilter;
import java.util.Set;

/** The filters, mappers, readers and converters that serve every extension of the API. */
final class CommonProviders {
  private CommonProviders() {}

  static Set<Class<?>> classes() {
    return Set.of(
        PathFilter.class,
        ForwardedFilter.class,
        AuthenticationFilter.class,
        AccessFilter.class,
        ClusterSelector.class,
        AcceptAnythingFilter.class,
        ContentTypeFilter.class,
        IdentifierConverters.class,
        BodyInterceptor.class,
        ChangeBodyReader.class,
        CrossSiteFilter.class,
        HeadFilter.class,
        HeadFilter.Noted.class,
        HostFilter.class,
        CorsFilter.class,
        AuditFilter.class,
        BrowserHeadersFilter.class,
        SnapshotFilter.class,
        JsonFilter.class,
        ProblemMapper.class);
  }
}
