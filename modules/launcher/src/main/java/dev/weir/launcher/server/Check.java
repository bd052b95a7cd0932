package dev.weir.launcher.server;

import dev.weir.launcher.server.tls.TlsEngines;
import dev.weir.server.OwnAuthentication;
import dev.weir.server.StartFailure;
import dev.weir.server.WatchedClusters;
import dev.weir.server.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries settings without starting anything.
 *
 * @param problems what would stop a start, a sentence each
 * @param remarks what would not, and is worth knowing: clusters that do not answer, a taken port
 */
public record Check(List<String> problems, List<String> remarks) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Copies the sentences. */
  public Check {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** Reads the files that settings name, and connects to the addresses of clusters. */
  public static Check of(Settings settings) {
    List<String> problems = new ArrayList<>();
    try {
      if (settings.server().tls().isPresent()) {
        TlsEngines.requireUsable(settings.server().tls().get());
      }
    } catch (StartFailure e) {
      problems.add(e.located(settings).getMessage());
    }
    problems.addAll(OwnAuthentication.problems(settings));
    problems.addAll(WatchedClusters.problems(settings));
    List<String> remarks = new ArrayList<>(settings.remarks());
    Settings.Server server = settings.server();
    try {
      StandaloneServer.requireFree(server);
    } catch (StartFailure e) {
      // A server that runs already, with the settings from before, may have the port.
      boolean taken = Connecting.fault(server.bind(), server.port(), PATIENCE).isEmpty();
      (taken ? remarks : problems).add(e.getMessage());
    }
    settings
        .clusters()
        .forEach(cluster -> cluster.addresses().forEach(a -> add(cluster, a, remarks)));
    return new Check(problems, remarks);
  }

  private static void add(Settings.Cluster cluster, URI address, List<String> remarks) {
    String place = "Cluster " + cluster.name() + ", " + address.getHost() + ":" + port(address);
    remarks.add(
        Connecting.fault(address.getHost(), port(address), PATIENCE)
            .map(fault -> place + ", is not reachable: " + fault + ".")
            .orElse(place + ", is reachable."));
  }

  private static int port(URI address) {
    int byScheme = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    return address.getPort() < 0 ? byScheme : address.getPort();
  }
}
