// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * The report for the user when the server is up.
 *
 * @param version Weir's version
 * @param address URL of the server, as a client can open it
 * @param clusters the clusters, the default one first
 * @param demoJobs names of the submitted example jobs
 */
public record StartReport(
    String version, URI address, List<Cluster> clusters, List<String> demoJobs) {

  /**
   * One cluster.
   *
   * @param name its name in the configuration
   * @param embedded whether it is the embedded Flink
   * @param addresses addresses of its own REST API; empty if not known yet
   * @param flinkVersion its Flink version; empty if not known yet
   * @param capacity TaskManagers and slots; empty if not known yet
   */
  public record Cluster(
      String name,
      boolean embedded,
      List<URI> addresses,
      Optional<String> flinkVersion,
      Optional<Capacity> capacity) {

    private String what() {
      String version = flinkVersion.map(known -> known + ", ").orElse("");
      String where = addresses.stream().map(URI::toString).collect(Collectors.joining(" and "));
      if (embedded) {
        return version + "embedded; its own REST API is at " + where;
      }
      return version + (addresses.isEmpty() ? "not found yet" : "the cluster at " + where);
    }
  }

  /**
   * Capacity of a cluster.
   *
   * @param taskManagers the number of TaskManagers
   * @param slots the number of slots of all of them together
   */
  public record Capacity(int taskManagers, int slots) {
    @Override
    public String toString() {
      return count(slots, "slot") + " on " + count(taskManagers, "TaskManager");
    }

    private static String count(int number, String thing) {
      return number + " " + thing + (number == 1 ? "" : "s");
    }
  }

  private static final int LABEL = 14;

  /** Copies the lists. */
  public StartReport {
    requireNonNull(version, "version");
    requireNonNull(address, "address");
    clusters = List.copyOf(clusters);
    demoJobs = List.copyOf(demoJobs);
  }

  /** The lines to print, with colours or without. */
  public List<String> lines(Ansi ansi) {
    List<String> lines = new ArrayList<>();
    lines.add(
        bold("Weir " + version, ansi) + ", the classic monitoring API of Apache Flink, is up.");
    lines.add("");
    lines.add(line("Listening on", bold(address.toString(), ansi)));
    for (Cluster cluster : clusters) {
      // A single cluster needs no name.
      lines.add(line(clusters.size() == 1 ? "Flink" : cluster.name(), cluster.what()));
      cluster
          .capacity()
          .ifPresent(
              all -> lines.add(line(clusters.size() == 1 ? "Capacity" : "", all.toString())));
    }
    if (!demoJobs.isEmpty()) {
      lines.add(line("Example jobs", String.join(", ", demoJobs)));
    }
    lines.add("");
    lines.add("Three addresses to try:");
    lines.addAll(addresses());
    lines.add("");
    lines.add("Press Ctrl-C to stop.");
    return lines;
  }

  private List<String> addresses() {
    String overview = address.resolve("/overview").toString();
    String jobs = address.resolve("/joboverview").toString();
    String third = address.resolve(clusters.size() == 1 ? "/taskmanagers" : "/clusters").toString();
    int width = Math.max(overview.length(), Math.max(jobs.length(), third.length())) + 2;
    return List.of(
        "  " + padded(overview, width) + "the cluster in numbers",
        "  " + padded(jobs, width) + "jobs, running and ended",
        "  "
            + padded(third, width)
            + (clusters.size() == 1 ? "TaskManagers and their slots" : "the clusters"));
  }

  private static String line(String label, String value) {
    return "  " + padded(label, Math.max(LABEL, label.length() + 2)) + value;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String bold(String text, Ansi ansi) {
    return ansi.string("@|bold " + text + "|@");
  }
}
