package dev.weir.resources;

import java.util.Locale;

/** What a client may be allowed to do, each level including those before it. */
public enum AccessLevel {
  /** See the cluster, its jobs and their metrics. */
  VIEW,
  /** Read logs and the configuration. */
  LOGS,
  /** End jobs, with and without a savepoint. */
  OPERATE,
  /** See, upload, run and remove programs, which is to run any code. */
  SUBMIT;

  /** As settings and the description of the API have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
