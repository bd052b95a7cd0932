// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.model.HexId;
import dev.weir.model.job.JobId;
import java.util.Optional;
import java.util.Set;

/** Tells from the key of a document what the document is about. */
public final class DocumentKeys {
  private static final String JOBS = "/jobs/";
  private static final int ID_LENGTH = 32;
  private static final String RAW = "/v1";
  private static final String APPLICATIONS = "/applications/";
  private static final Set<String> COUNTING =
      Set.of(ClusterDocuments.JOBS, ClusterDocuments.OVERVIEW, "/jobs");

  private DocumentKeys() {}

  /** The job that a document belongs to; empty for documents of no single job. */
  public static Optional<JobId> job(String key) {
    String path = path(key);
    int end = JOBS.length() + ID_LENGTH;
    return path.startsWith(JOBS) && path.length() >= end
        ? HexId.read(path.substring(JOBS.length(), end)).map(JobId::new)
        : Optional.empty();
  }

  /** Whether a document counts jobs or their slots, so that each start and end changes it. */
  public static boolean countsJobs(String key) {
    String path = path(key);
    return COUNTING.contains(path)
        || path.startsWith(APPLICATIONS)
        || path.startsWith(ClusterDocuments.TASK_MANAGERS);
  }

  /** The key of the document in Flink's own words that is at a path of Flink's API. */
  static String raw(String path) {
    return RAW + path;
  }

  /** The path in Flink's API. */
  private static String path(String key) {
    return key.startsWith(RAW) ? key.substring(RAW.length()) : key;
  }
}
