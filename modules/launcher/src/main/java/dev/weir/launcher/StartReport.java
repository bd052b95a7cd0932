package dev.weir.launcher;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * What the user is told when the server is up.
 *
 * @param version Weir's version
 * @param address where it listens, as a client can open it; see {@link ListeningAddress}
 * @param cluster the address of the cluster's own REST API
 * @param embedded whether that cluster is the embedded one
 * @param flinkVersion the cluster's Flink; empty where it is not known yet
 * @param capacity TaskManagers and slots; empty where they are not known yet
 * @param demoJobs the names of the example jobs that were submitted
 */
public record StartReport(
    String version,
    URI address,
    URI cluster,
    boolean embedded,
    Optional<String> flinkVersion,
    Optional<Capacity> capacity,
    List<String> demoJobs) {

  /**
   * How much the cluster can run.
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

  /** Copies the jobs and checks that all is there. */
  public StartReport {
    requireNonNull(version, "version");
    requireNonNull(address, "address");
    requireNonNull(cluster, "cluster");
    requireNonNull(flinkVersion, "flinkVersion");
    requireNonNull(capacity, "capacity");
    demoJobs = List.copyOf(demoJobs);
  }

  /** The lines to print, with colours or without. */
  public List<String> lines(Ansi ansi) {
    List<String> lines = new ArrayList<>();
    lines.add(
        bold("Weir " + version, ansi) + ", the classic monitoring API of Apache Flink, is up.");
    lines.add("");
    lines.add(line("Listening on", bold(address.toString(), ansi)));
    lines.add(line("Flink", flink()));
    capacity.ifPresent(all -> lines.add(line("Capacity", all.toString())));
    if (!demoJobs.isEmpty()) {
      lines.add(line("Example jobs", String.join(", ", demoJobs)));
    }
    lines.add("");
    lines.add("Three addresses to try:");
    lines.addAll(addresses());
    lines.add("");
    lines.add("Ctrl-C ends it.");
    return lines;
  }

  private String flink() {
    String what = flinkVersion.map(known -> known + ", ").orElse("");
    return what + (embedded ? "embedded; its own REST API is at " : "the cluster at ") + cluster;
  }

  private List<String> addresses() {
    String overview = address.resolve("/overview").toString();
    String jobs = address.resolve("/joboverview").toString();
    String workers = address.resolve("/taskmanagers").toString();
    int width = Math.max(overview.length(), Math.max(jobs.length(), workers.length())) + 2;
    return List.of(
        "  " + padded(overview, width) + "the cluster in numbers",
        "  " + padded(jobs, width) + "jobs, running and ended",
        "  " + padded(workers, width) + "TaskManagers and their slots");
  }

  private static String line(String label, String value) {
    return "  " + padded(label, LABEL) + value;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String bold(String text, Ansi ansi) {
    return ansi.string("@|bold " + text + "|@");
  }
}
