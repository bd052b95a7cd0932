package dev.weir.server;

import dev.weir.model.Secrets;
import dev.weir.resources.TrustedProxies;
import dev.weir.server.settings.Settings;
import java.nio.file.Path;

/**
 * What the API allows, whatever serves it.
 *
 * @param maxBodyBytes the body of a request
 * @param temporary where parts of an upload are kept while it is read
 * @param corsAllowOrigin origin whose pages may read answers; empty for none
 * @param submitEnabled whether programs may be uploaded and run
 * @param trustedProxies whose word on where a request comes from counts
 * @param secrets which keys name a secret
 */
public record ApiOptions(
    long maxBodyBytes,
    Path temporary,
    String corsAllowOrigin,
    boolean submitEnabled,
    TrustedProxies trustedProxies,
    Secrets secrets) {

  /** What a form may have around the file in it. */
  private static final int FORM_BYTES = 64 << 10;

  /** Takes them out of the settings. */
  public static ApiOptions of(Settings settings, WorkDirectory directory) {
    return new ApiOptions(
        settings.submission().maxUploadBytes() + FORM_BYTES,
        directory.uploads(),
        settings.server().allowOrigin().orElse(""),
        settings.submission().enabled(),
        new TrustedProxies(settings.server().trustedProxies()),
        new Secrets(settings.maskedKeys()));
  }
}
