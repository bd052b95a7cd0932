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
 * Gives a path the meaning that it has for Flink's clients, before anything looks at it.
 *
 * <p>JAX-RS cuts off {@code ;} and what follows, as a matrix parameter; here it is part of its
 * segment. Repeated slashes become one, as after a base address that ends in a slash. The directory
 * of a savepoint keeps them. Percent-encoded letters and digits are decoded (RFC 3986, 6.2.2.2):
 * JAX-RS compares encoded text.
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
