// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

/** The two files that a process of Flink writes. */
public enum LogFile {
  /** What it logs. */
  LOG("log"),
  /** What it, and the programs in it, print. */
  STDOUT("stdout");

  private final String path;

  LogFile(String path) {
    this.path = path;
  }

  /** As it is named in paths. */
  public String path() {
    return path;
  }
}
