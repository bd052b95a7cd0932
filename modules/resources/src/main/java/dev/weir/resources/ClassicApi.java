package dev.weir.resources;

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
