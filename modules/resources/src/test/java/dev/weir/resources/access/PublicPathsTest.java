// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.security.AccessLevel;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicPathsTest {
  /** Has one path for anybody. */
  @Path("health/")
  static final class Health {
    @GET
    @PermitAll
    @Path("/live")
    public String live() {
      return "";
    }

    @GET
    @Requires(AccessLevel.VIEW)
    public String all() {
      return "";
    }
  }

  @Test
  void aPathIsThatOfTheClassAndThatOfTheMethod() {
    assertThat(PublicPaths.of(Set.of(Health.class, String.class)).paths())
        .containsExactly("health/live");
  }

  /** Would let anybody delete. */
  @Path("broken")
  static final class Deleting {
    @DELETE
    @PermitAll
    public void delete() {}
  }

  /** Would let anybody read what nobody has listed. */
  @Path("broken")
  static final class WithVariable {
    @GET
    @PermitAll
    @Path("{name}")
    public String read() {
      return "";
    }
  }

  @Test
  void anybodyMayOnlyReadAndOnlyAtAPathThatIsKnown() {
    assertThatThrownBy(() -> PublicPaths.of(Set.of(Deleting.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delete");
    assertThatThrownBy(() -> PublicPaths.of(Set.of(WithVariable.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read");
  }
}
