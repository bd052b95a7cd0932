// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.description;

import static dev.weir.resources.access.Requires.About.SERVER;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.access.Requires;
import dev.weir.resources.wire.ProblemException;
import dev.weir.security.AccessLevel;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * The pages that problem types link to, such as {@code /problems/unknown-job}. They have no script.
 */
@Path("problems")
public final class ProblemPageResource {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>%1$s</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="../openapi/start.css">
      <h1>%1$s</h1>
      <dl>
        <dt>Kind, HTTP status</dt><dd><code>%2$s</code>, %3$d</dd>
        <dt>What has happened</dt><dd>%4$s</dd>
        <dt>What to do</dt><dd>%5$s</dd>
      </dl>
      </html>
      """;

  /** Explains a kind of problem and its remedy. */
  @GET
  @Path("{kind}")
  @Requires(value = AccessLevel.VIEW, about = SERVER)
  public Response page(@PathParam("kind") String name) {
    ProblemKind kind =
        ProblemKind.named(name)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.UNKNOWN_ADDRESS,
                        "There is no kind of problem '" + Printable.of(name) + "'."));
    return IndexResource.page(
        PAGE.formatted(
            kind.title(),
            kind.label(),
            kind.status(),
            escaped(kind.meaning()),
            escaped(kind.remedy())));
  }

  /** Escapes HTML: the texts name addresses such as {@code /jobs/<jobid>}. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
