// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.description;

import static dev.weir.resources.access.Requires.About.SERVER;

import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;

/** The page at {@code /}: what this server is, and which addresses to open. */
@Path("/")
public final class IndexResource {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  /** The page is the same for every caller and has no script. */
  @GET
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response page() {
    InputStream page =
        Objects.requireNonNull(IndexResource.class.getResourceAsStream("index.html"));
    return page(page);
  }

  /** A page without scripts; its style sheets may come from this server. */
  static Response page(Object content) {
    return Response.ok(content, HTML).header("Content-Security-Policy", POLICY).build();
  }
}
