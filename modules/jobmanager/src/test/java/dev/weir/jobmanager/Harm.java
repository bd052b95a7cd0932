// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import dev.weir.resources.ApiExtension;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;

/** An extension that does what Weir must never do. */
public final class Harm implements ApiExtension {

  /** Its endpoints. */
  @Path("harm")
  public static final class Endpoints {
    /** Runs out of memory, on the thread of a request. */
    @GET
    @Path("memory")
    @PermitAll
    public int takeMoreThanThereIs() {
      return new long[1 << 28].length;
    }

    /** Has a thread that fails. */
    @GET
    @Path("thread")
    @PermitAll
    public String failOnAThread() {
      new Thread(
              () -> {
                throw new IllegalStateException("harm");
              })
          .start();
      return "done";
    }
  }

  @Override
  public Set<Class<?>> classes() {
    return Set.of(Endpoints.class);
  }

  @Override
  public Set<String> serverPaths() {
    return Set.of("harm");
  }
}
