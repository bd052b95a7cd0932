// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/** Status 507 (RFC 4918), which JAX-RS does not define. */
final class InsufficientStorage implements StatusType {
  static final StatusType STATUS = new InsufficientStorage();

  private InsufficientStorage() {}

  @Override
  public int getStatusCode() {
    return 507;
  }

  @Override
  public Response.Status.Family getFamily() {
    return Response.Status.Family.SERVER_ERROR;
  }

  @Override
  public String getReasonPhrase() {
    return "Insufficient Storage";
  }
}
