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

/** The OpenAPI description for tools: {@code /openapi.yaml} and {@code /openapi.json}. */
@Path("/")
public final class DescriptionResource {
  static final MediaType YAML = new MediaType("application", "yaml").withCharset("UTF-8");

  private final ApiDescription description;
  private final Clusters clusters;

  @Inject
  public DescriptionResource(ApiDescription description, Clusters clusters) {
    this.description = description;
    this.clusters = clusters;
  }

  /**
   * The checked-in description, with the server's address and the clusters that the caller may
   * view.
   */
  @GET
  @Path("openapi.yaml")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response yaml(@Context UriInfo uri, @Context SecurityContext context) {
    return Response.ok(
            description.yaml(uri.getBaseUri(), VisibleClusters.names(clusters, context)), YAML)
        .build();
  }

  /** The same description as JSON. */
  @GET
  @Path("openapi.json")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response json(@Context UriInfo uri, @Context SecurityContext context) {
    return Response.ok(
            description.json(uri.getBaseUri(), VisibleClusters.names(clusters, context)),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
