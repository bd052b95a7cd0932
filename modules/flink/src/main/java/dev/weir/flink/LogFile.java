// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/** The two files that a Flink process writes. */
public enum LogFile {
  /** The log. */
  LOG("log"),
  /** Standard output, of Flink and of the programs in it. */
  STDOUT("stdout");

  private final String path;

  LogFile(String path) {
    this.path = path;
  }

  /** The last segment of its path in Flink's API. */
  public String path() {
    return path;
  }
}
