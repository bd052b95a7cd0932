package dev.weir.resources;

import static dev.weir.resources.Requires.About.SERVER;

import dev.weir.contract.ApiDescription;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What describes the API itself, for tools: {@code /openapi.yaml} and {@code /openapi.json}. */
@Path("/")
public final class DescriptionResource {
  private static final MediaType YAML = new MediaType("application", "yaml").withCharset("UTF-8");

  private final ApiDescription description;

  /** With what is given out. */
  @Inject
  public DescriptionResource(ApiDescription description) {
    this.description = description;
  }

  /** The description as it is checked in, but for the address of the server. */
  @GET
  @Path("openapi.yaml")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response yaml(@Context UriInfo uri) {
    return Response.ok(description.yaml(uri.getBaseUri()), YAML).build();
  }

  /** The same as JSON. */
  @GET
  @Path("openapi.json")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response json(@Context UriInfo uri) {
    return Response.ok(description.json(uri.getBaseUri()), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
