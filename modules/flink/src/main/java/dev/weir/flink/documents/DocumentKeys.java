// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.model.job.JobId;
import java.util.Optional;

/** Tells from the key of a document what the document is about. */
public final class DocumentKeys {
  private static final String JOBS = "/jobs/";
  private static final int ID_LENGTH = 32;

  private DocumentKeys() {}

  /** The job that a document belongs to; empty for documents of no single job. */
  public static Optional<JobId> job(String key) {
    int end = JOBS.length() + ID_LENGTH;
    return key.startsWith(JOBS) && key.length() >= end
        ? Optional.of(new JobId(key.substring(JOBS.length(), end)))
        : Optional.empty();
  }

  /** Whether a document counts jobs or their slots, so that each start and end changes it. */
  public static boolean countsJobs(String key) {
    return key.equals(ClusterDocuments.JOBS)
        || key.equals(ClusterDocuments.OVERVIEW)
        || key.startsWith(ClusterDocuments.TASK_MANAGERS);
  }
}
