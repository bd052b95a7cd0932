package dev.weir.webapp.server;

/** There is nothing to watch. The message is for the user, and for clients. */
final class NoClusterException extends Exception {
  NoClusterException() {
    super(
        "no cluster is configured. Set weir.cluster to the REST address of a Flink, such as"
            + " http://jobmanager:8081, as a Java system property, as the environment variable"
            + " WEIR_CLUSTER, as an entry in JNDI or a context parameter of this application, or in"
            + " the file that WEIR_CONFIG names.");
  }
}
