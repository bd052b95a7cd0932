// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.v1;

import dev.weir.resources.ApiExtension;
import dev.weir.resources.description.V1DescriptionResource;
import java.util.Set;

/** Flink's own API of each cluster, below {@code /v1}. */
public final class V1Api implements ApiExtension {
  @Override
  public Set<Class<?>> classes() {
    return Set.of(
        V1Resource.class, RouteFilter.class, V1ErrorFilter.class, V1DescriptionResource.class);
  }

  @Override
  public Set<String> serverPaths() {
    return Set.of("openapi-v1");
  }
}
