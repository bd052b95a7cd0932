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
import dev.weir.resources.classic.CancelWithSavepointResource;
import dev.weir.resources.classic.CheckpointsResource;
import dev.weir.resources.classic.ClusterResource;
import dev.weir.resources.classic.ClustersResource;
import dev.weir.resources.classic.JarsResource;
import dev.weir.resources.classic.JobControlResource;
import dev.weir.resources.classic.JobManagerResource;
import dev.weir.resources.classic.JobOverviewResource;
import dev.weir.resources.classic.JobResource;
import dev.weir.resources.classic.SubmitFilter;
import dev.weir.resources.classic.TaskManagersResource;
import dev.weir.resources.classic.VertexResource;
import dev.weir.resources.description.DescriptionPageResource;
import dev.weir.resources.description.DescriptionResource;
import dev.weir.resources.description.IndexResource;
import dev.weir.resources.proxy.ForwardedFilter;
import dev.weir.resources.style.ClassicErrorFilter;
import dev.weir.resources.style.ClassicStyleFilter;
import dev.weir.resources.style.PlainAccumulatorsFilter;
import dev.weir.resources.style.SavepointProblemFilter;
import dev.weir.resources.upload.BodyInterceptor;
import dev.weir.resources.upload.FormReader;
import dev.weir.resources.upload.UploadFilter;
import dev.weir.resources.wire.AcceptAnythingFilter;
import dev.weir.resources.wire.ClusterSelector;
import dev.weir.resources.wire.ContentTypeFilter;
import dev.weir.resources.wire.IdentifierConverters;
import dev.weir.resources.wire.JsonFilter;
import dev.weir.resources.wire.PathFilter;
import dev.weir.resources.wire.ProblemMapper;
import dev.weir.resources.wire.SnapshotFilter;
import java.util.Set;

/** What an implementation of JAX-RS has to be given to serve the API. */
public final class ClassicApi {
  private ClassicApi() {}

  /** Resources, filters, mappers and converters; nothing is found by scanning. */
  public static Set<Class<?>> classes() {
    return Set.of(
        IndexResource.class,
        DescriptionResource.class,
        ClustersResource.class,
        DescriptionPageResource.class,
        ClusterResource.class,
        JobOverviewResource.class,
        JobResource.class,
        JobControlResource.class,
        CancelWithSavepointResource.class,
        CheckpointsResource.class,
        VertexResource.class,
        TaskManagersResource.class,
        JobManagerResource.class,
        JarsResource.class,
        PathFilter.class,
        ForwardedFilter.class,
        ClassicStyleFilter.class,
        AuthenticationFilter.class,
        AccessFilter.class,
        ClusterSelector.class,
        AcceptAnythingFilter.class,
        ContentTypeFilter.class,
        IdentifierConverters.class,
        FormReader.class,
        BodyInterceptor.class,
        ChangeBodyReader.class,
        CrossSiteFilter.class,
        SubmitFilter.class,
        UploadFilter.class,
        HeadFilter.class,
        HeadFilter.Noted.class,
        HostFilter.class,
        CorsFilter.class,
        AuditFilter.class,
        BrowserHeadersFilter.class,
        ClassicErrorFilter.class,
        PlainAccumulatorsFilter.class,
        SnapshotFilter.class,
        SavepointProblemFilter.class,
        JsonFilter.class,
        ProblemMapper.class);
  }
}
