package dev.weir.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;

/** What describes the API itself, for tools: {@code /openapi.yaml}. */
@Path("/")
public final class DescriptionResource {
  private static final MediaType YAML = new MediaType("application", "yaml");

  /** The description as it is checked in, in OpenAPI. */
  @GET
  @Path("openapi.yaml")
  public Response description() {
    InputStream spec =
        Objects.requireNonNull(DescriptionResource.class.getResourceAsStream("weir.yaml"));
    return Response.ok(spec, YAML).build();
  }
}
