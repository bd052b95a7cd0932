// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives a path the meaning that it has to Flink's clients, before anything looks at it.
 *
 * <p>JAX-RS takes {@code ;} and what follows it for a matrix parameter and cuts it off; here it is
 * a letter of its segment. A doubled slash, as from a base address that ends in one, is one slash,
 * except in a directory for savepoints. A letter or a digit that is percent-encoded is itself (RFC
 * 3986, 6.2.2.2); JAX-RS compares what is encoded.
 */
@PreMatching
@Priority(FilterOrder.PATH)
@SkippedByHotAnswers
public final class PathFilter implements ContainerRequestFilter {
  private static final String DIRECTORY = "/target-directory/";
  private static final Pattern ENCODED = Pattern.compile("%([3-7][0-9A-Fa-f])");

  @Override
  public void filter(ContainerRequestContext request) {
    URI base = request.getUriInfo().getBaseUri();
    URI asked = request.getUriInfo().getRequestUri();
    String path = asked.getRawPath();
    String plain = plain(path);
    if (!plain.equals(path)) {
      String query = asked.getRawQuery();
      request.setRequestUri(
          base,
          URI.create(
              asked.getScheme()
                  + "://"
                  + asked.getRawAuthority()
                  + plain
                  + (query == null ? "" : "?" + query)));
    }
  }

  static String plain(String path) {
    int directory = path.indexOf(DIRECTORY);
    int end = directory < 0 ? path.length() : directory + 1;
    return ENCODED
        .matcher(path.substring(0, end).replaceAll("/{2,}", "/") + path.substring(end))
        .replaceAll(PathFilter::decoded)
        .replace(";", "%3B");
  }

  private static String decoded(MatchResult encoded) {
    char letter = (char) Integer.parseInt(encoded.group(1), 16);
    return Character.isLetterOrDigit(letter) ? Character.toString(letter) : encoded.group();
  }
}
