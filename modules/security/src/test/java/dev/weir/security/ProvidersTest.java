// SPDX-License-Identifier: Apache-2.0
package dev.weir.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.weir.security.AuthenticationException.Reason;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of the forms that providers document, through all that verifies them. */
class ProvidersTest {
  private static final Logger LOGGER = Logger.getLogger(Claims.class.getName());

  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private KeyServer provider;

  @BeforeEach
  void start() throws IOException, JOSEException {
    provider = new KeyServer();
    LOGGER.setLevel(Level.FINE);
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
    LOGGER.setLevel(null);
    provider.close();
  }

  private String token(@Nullable String type, String claims) throws JOSEException, ParseException {
    JWTClaimsSet.Builder all = provider.claims();
    JSONObjectUtils.parse(claims).forEach(all::claim);
    return KeyServer.token(provider.key(), type, all.build());
  }

  private Identity identity(String nameClaim, String rolesClaim, String claims) throws Exception {
    try (TokenVerifier verifier =
        new TokenVerifier(provider.options("aud", nameClaim, rolesClaim))) {
      return verifier.identity(token("JWT", claims));
    }
  }

  private Set<String> roles(String rolesClaim, String claims) throws Exception {
    return identity("sub", rolesClaim, claims).roles();
  }

  @Test
  void keycloak() throws Exception {
    String claims =
        """
        {"typ":"Bearer","azp":"app","preferred_username":"alice","scope":"email profile",
         "realm_access":{"roles":["offline_access","flink"]},
         "resource_access":{"account":{"roles":["view-profile"]},
           "weir":{"roles":["operator"]},
           "weir.example.org":{"roles":["viewer"]},
           "https://weir.example.org/api":{"roles":["submitter"]}}}
        """;

    assertThat(identity("preferred_username", "realm_access.roles", claims))
        .isEqualTo(new Identity("alice", Set.of("offline_access", "flink")));
    assertThat(roles("resource_access.weir.roles", claims)).containsExactly("operator");
    assertThat(roles("resource_access.weir.example.org.roles", claims)).containsExactly("viewer");
    assertThat(roles("resource_access.https://weir.example.org/api.roles", claims))
        .containsExactly("submitter");
    assertThat(roles("groups", "{\"groups\":[\"/staff/flink\"]}")).containsExactly("/staff/flink");
  }

  @Test
  void zitadel() throws Exception {
    String claims =
        """
        {"urn:zitadel:iam:org:project:roles":
           {"admin":{"254":"acme.zitadel.cloud"},"viewer":{"254":"acme.zitadel.cloud"}},
         "urn:zitadel:iam:org:project:275:roles":
           [{"user":{"id1":"acme.zitadel.cloud","id2":"caos.ch"}}]}
        """;

    assertThat(roles("urn:zitadel:iam:org:project:roles", claims))
        .containsExactlyInAnyOrder("admin", "viewer");
    assertThat(roles("urn:zitadel:iam:org:project:275:roles", claims)).containsExactly("user");
  }

  @Test
  void entra() throws Exception {
    String claims =
        """
        {"ver":"2.0","oid":"690222be-ff1a-4d56-abd1-7e4f7d38e474","preferred_username":"a@contoso.com",
         "roles":["Flink.Operator"],"groups":["0760b6cf-170e-4a14-91b3-4b78e0739963"],
         "scp":"Jobs.Read Jobs.Cancel"}
        """;

    assertThat(identity("preferred_username", "roles", claims))
        .isEqualTo(new Identity("a@contoso.com", Set.of("Flink.Operator")));
    assertThat(roles("groups", claims)).containsExactly("0760b6cf-170e-4a14-91b3-4b78e0739963");
    assertThat(roles("scp", claims)).containsExactlyInAnyOrder("Jobs.Read", "Jobs.Cancel");
    assertThat(lines).isEmpty();
    assertThat(
            roles(
                "groups",
                """
                {"_claim_names":{"groups":"src1"},
                 "_claim_sources":{"src1":{"endpoint":"https://graph.microsoft.com/v1.0/users/690/getMemberObjects"}}}
                """))
        .isEmpty();
    assertThat(lines)
        .containsExactly(
            "The token of alice has no readable roles in its claim groups: the provider moved"
                + " too many roles out of the token (_claim_names).");
  }

  @Test
  void okta() throws Exception {
    String claims =
        """
        {"ver":1,"cid":"0oa1","uid":"00u1","scp":["openid","flink.read"],
         "groups":["Everyone","Flink Operators"]}
        """;

    assertThat(roles("groups", claims)).containsExactlyInAnyOrder("Everyone", "Flink Operators");
    assertThat(roles("scp", claims)).containsExactlyInAnyOrder("openid", "flink.read");
  }

  @Test
  void auth0() throws Exception {
    String claims =
        """
        {"azp":"app","scope":"openid read:jobs","permissions":["read:jobs","cancel:jobs"],
         "https://weir.example.org/roles":["operator"],"https://weir.example.org/name":"alice.a"}
        """;

    assertThat(identity("https://weir.example.org/name", "https://weir.example.org/roles", claims))
        .isEqualTo(new Identity("alice.a", Set.of("operator")));
    assertThat(roles("permissions", claims)).containsExactlyInAnyOrder("read:jobs", "cancel:jobs");
    assertThat(roles("scope", claims)).containsExactlyInAnyOrder("openid", "read:jobs");
  }

  @Test
  void google() throws Exception {
    String claims =
        "{\"azp\":\"weir\",\"hd\":\"example.com\",\"email\":\"a@example.com\",\"email_verified\":true}";

    assertThat(identity("email", "hd", claims))
        .isEqualTo(new Identity("a@example.com", Set.of("example.com")));
  }

  @Test
  void cognito() throws Exception {
    assertThat(
            identity(
                "cognito:username",
                "cognito:groups",
                "{\"token_use\":\"id\",\"cognito:username\":\"alice\",\"cognito:groups\":[\"ops\"]}"))
        .isEqualTo(new Identity("alice", Set.of("ops")));

    String access =
        token(
            null,
            """
            {"aud":null,"token_use":"access","client_id":"weir","username":"alice",
             "scope":"openid","cognito:groups":["ops"]}
            """);
    String foreign = token(null, "{\"aud\":null,\"client_id\":\"other\",\"username\":\"alice\"}");
    try (TokenVerifier verifier =
        new TokenVerifier(provider.options("client_id", "username", "cognito:groups"))) {
      assertThat(verifier.identity(access)).isEqualTo(new Identity("alice", Set.of("ops")));
      assertThat(verifier.refusal(foreign))
          .hasMessage("The token is refused: its claim client_id has no accepted audience.");
    }
    try (TokenVerifier verifier =
        new TokenVerifier(provider.options("aud", "username", "cognito:groups"))) {
      assertThat(verifier.refusal(access))
          .hasMessage("The token is refused: its claim aud, the audience, is missing.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                       | there is no such claim.
          {"groups":[]}                            | it is an empty list.
          {"groups":[1,{"name":"ops"}]}            | the list contains no names of roles.
          {"groups":" "}                           | it is an empty text.
          {"groups":{"account":{"roles":["ops"]}}} | it is an object.
          {"groups":{"roles":["ops"]}}             | it is an object.
          {"groups":7}                             | it is a number or true or false.
          """)
  void rolesThatCannotBeReadAreOneLine(String claims, String shape) throws Exception {
    assertThat(roles("groups", claims)).isEmpty();
    assertThat(lines)
        .containsExactly("The token of alice has no readable roles in its claim groups: " + shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "JWT",
        "jwt",
        "application/jwt",
        "at+jwt",
        "AT+JWT",
        "at+JWT",
        "application/at+jwt",
        "Application/At+Jwt"
      })
  void typesOfAccessTokensAreTaken(String type) throws Exception {
    try (TokenVerifier verifier = new TokenVerifier(provider.options("aud", "sub", "groups"))) {
      assertThat(verifier.identity(token(type.isEmpty() ? null : type, "{}")).name())
          .isEqualTo("alice");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logout+jwt",
        "dpop+jwt",
        "secevent+jwt",
        "JOSE",
        "application/okta-internal-at+jwt"
      })
  void typesOfOtherTokensAreRefused(String type) throws Exception {
    try (TokenVerifier verifier = new TokenVerifier(provider.options("aud", "sub", "groups"))) {
      assertThat(verifier.refusal(token(type, "{}")).reason()).isEqualTo(Reason.REFUSED);
    }
  }
}
