// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.server;

/** A required setting is missing. The message is for the operator and for clients. */
final class NotConfiguredException extends Exception {
  private static final String WHERE =
      " It can be a Java system property, an environment variable (WEIR_CLUSTER, WEIR_SECURITY), an"
          + " entry in JNDI or a context parameter of this application, or in the file that"
          + " WEIR_CONFIG names.";

  private NotConfiguredException(String sentence) {
    super(sentence + WHERE);
  }

  static NotConfiguredException noCluster() {
    return new NotConfiguredException(
        "no cluster is configured. Set weir.cluster to the REST address of a Flink, such as"
            + " http://jobmanager:8081.");
  }

  static NotConfiguredException noSecurity() {
    return new NotConfiguredException(
        "no authentication is configured. Set weir.security to container, for the container's users and roles; or one of weir.security.basic.file,"
            + " weir.security.token.file, weir.security.certificate and"
            + " weir.security.oidc.issuer; or weir.security to none, so that every caller may do everything.");
  }
}
