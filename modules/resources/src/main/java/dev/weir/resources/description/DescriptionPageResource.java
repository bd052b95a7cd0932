// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.description;

import static dev.weir.resources.access.Requires.About.SERVER;
import static java.util.Objects.requireNonNull;

import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/**
 * The page for reading and trying the API: {@code /openapi/}. It is Swagger UI from its WebJar, and
 * loads nothing from other hosts.
 */
@Path("openapi")
public final class DescriptionPageResource {
  private static final String PAGE = "page.html";

  private static final Map<String, String> TYPES =
      Map.of(
          PAGE,
          "text/html;charset=UTF-8",
          "page.js",
          "text/javascript;charset=UTF-8",
          "swagger-ui-bundle.js",
          "text/javascript;charset=UTF-8",
          "swagger-ui.css",
          "text/css;charset=UTF-8",
          // For the index page at /, which has no script and no style of its own.
          "start.css",
          "text/css;charset=UTF-8");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The page. Its address ends in a slash, so that its files are below it. */
  @GET
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response page(@Context UriInfo uri) {
    return uri.getPath().endsWith("/")
        ? file(PAGE)
        : Response.status(Response.Status.MOVED_PERMANENTLY)
            .location(URI.create("openapi/"))
            .build();
  }

  /** A file of the page. */
  @GET
  @Path("{file}")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response file(@PathParam("file") String name) {
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundException();
    }
    InputStream content =
        requireNonNull(DescriptionPageResource.class.getResourceAsStream("openapi/" + name), name);
    return Response.ok(content, type).header("Content-Security-Policy", POLICY).build();
  }
}
