// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

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
import dev.weir.resources.description.ProblemPageResource;
import dev.weir.resources.style.ClassicErrorFilter;
import dev.weir.resources.style.ClassicStyleFilter;
import dev.weir.resources.style.PlainAccumulatorsFilter;
import dev.weir.resources.style.SavepointProblemFilter;
import dev.weir.resources.upload.FormReader;
import dev.weir.resources.upload.UploadFilter;
import java.util.Set;

/** The monitoring API of Flink 1.3, its index, its OpenAPI description, and the problem pages. */
public final class ClassicApi implements ApiExtension {
  @Override
  public Set<Class<?>> classes() {
    return Set.of(
        IndexResource.class,
        DescriptionResource.class,
        ClustersResource.class,
        DescriptionPageResource.class,
        ProblemPageResource.class,
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
        ClassicStyleFilter.class,
        FormReader.class,
        SubmitFilter.class,
        UploadFilter.class,
        ClassicErrorFilter.class,
        PlainAccumulatorsFilter.class,
        SavepointProblemFilter.class);
  }

  @Override
  public Set<String> serverPaths() {
    return Set.of("clusters", "openapi", "problems");
  }
}
