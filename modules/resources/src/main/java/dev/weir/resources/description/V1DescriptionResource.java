// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.description;

import static dev.weir.resources.access.Requires.About.SERVER;

import dev.weir.contract.ApiDescription;
import dev.weir.monitor.Clusters;
import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/**
 * The OpenAPI description of Flink's own API for tools: {@code /openapi-v1.yaml} and {@code
 * /openapi-v1.json}.
 */
@Path("/")
public final class V1DescriptionResource {
  private static final ApiDescription DESCRIPTION = ApiDescription.ofFlinkApi();

  private final Clusters clusters;

  @Inject
  public V1DescriptionResource(Clusters clusters) {
    this.clusters = clusters;
  }

  /** The description, with the server's address and the clusters that the caller may view. */
  @GET
  @Path("openapi-v1.yaml")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response yaml(@Context UriInfo uri, @Context SecurityContext context) {
    return Response.ok(
            DESCRIPTION.yaml(uri.getBaseUri(), VisibleClusters.names(clusters, context)),
            DescriptionResource.YAML)
        .build();
  }

  /** The same description as JSON. */
  @GET
  @Path("openapi-v1.json")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response json(@Context UriInfo uri, @Context SecurityContext context) {
    return Response.ok(
            DESCRIPTION.json(uri.getBaseUri(), VisibleClusters.names(clusters, context)),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
