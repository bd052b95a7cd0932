// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.description;

import static dev.weir.resources.access.Requires.About.SERVER;

import dev.weir.resources.access.Requires;
import dev.weir.security.AccessLevel;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page at {@code /}: what this server is, and which addresses to open. */
@Path("/")
public final class IndexResource {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String DASHBOARD = ", with Flink's own dashboard at <a href=\"v1/\">v1/</a>";

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final String page;

  /**
   * Reads the page.
   *
   * @param dashboard whether Flink's dashboard is at {@code /v1/}
   */
  @Inject
  public IndexResource(@Named("dashboard") Boolean dashboard) throws IOException {
    try (InputStream page =
        Objects.requireNonNull(IndexResource.class.getResourceAsStream("index.html"))) {
      this.page =
          new String(page.readAllBytes(), StandardCharsets.UTF_8)
              .replace("<!-- dashboard -->", dashboard ? DASHBOARD : "");
    }
  }

  /** The page is the same for every caller and has no script. */
  @GET
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response page() {
    return page(page);
  }

  /** A page without scripts; its style sheets may come from this server. */
  static Response page(Object content) {
    return Response.ok(content, HTML).header("Content-Security-Policy", POLICY).build();
  }
}
