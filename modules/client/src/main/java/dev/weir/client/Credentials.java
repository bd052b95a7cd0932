// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a client shows of who it is, for {@link ApiClient#setRequestInterceptor}. It is sent with
 * every request, as plain text where the address is not https.
 */
public final class Credentials {
  private Credentials() {}

  /** A user and a password, by HTTP Basic. */
  public static Consumer<HttpRequest.Builder> basic(String user, String password) {
    String both = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return header(() -> "Basic " + both);
  }

  /** A token that stays the same. */
  public static Consumer<HttpRequest.Builder> bearer(String token) {
    return bearer(() -> token);
  }

  /**
   * A token that is asked for before each request, for those that end.
   *
   * @param token must not wait for long
   */
  public static Consumer<HttpRequest.Builder> bearer(Supplier<String> token) {
    return header(() -> "Bearer " + token.get());
  }

  private static Consumer<HttpRequest.Builder> header(Supplier<String> value) {
    return request -> request.setHeader("Authorization", value.get());
  }
}
