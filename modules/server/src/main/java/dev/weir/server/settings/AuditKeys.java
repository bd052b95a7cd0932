package dev.weir.server.settings;

import static dev.weir.server.settings.ValueTypes.file;
import static dev.weir.server.settings.ValueTypes.integer;
import static dev.weir.server.settings.ValueTypes.patterns;
import static dev.weir.server.settings.ValueTypes.size;

import java.nio.file.Path;
import java.util.List;

/** The settings of what is written down about changes, and of what is not shown. */
final class AuditKeys {
  static final Setting<Path> FILE =
      Setting.withoutDefault(
          "weir.audit.file",
          file(),
          "The file of the audit log; .0 is added for the newest and .1 on for older ones. Without it the lines go to the log.");

  static final Setting<Integer> FILE_BYTES =
      Setting.of(
          "weir.audit.max-bytes",
          size("1 KiB", "2047 MiB"),
          "64 MiB",
          "The size from which on a new file of the audit log is begun, in bytes.");

  static final Setting<Integer> FILES =
      Setting.of(
          "weir.audit.files", integer(2, 1_000), "10", "How many files of the audit log are kept.");

  static final Setting<Integer> DENIALS =
      Setting.of(
          "weir.audit.denials-per-minute",
          integer(1, 1_000_000),
          "60",
          "How many failed logins and denied changes are written down in a minute, a quarter of them of one client. Others are counted.");

  static final Setting<List<String>> MASKED_KEYS =
      Setting.withoutDefault(
          "weir.masked.keys",
          patterns(),
          "Regular expressions by blanks; keys that one is found in name a secret too, beside those that Flink knows.");

  static final List<Setting<?>> ALL = List.of(FILE, FILE_BYTES, FILES, DENIALS, MASKED_KEYS);

  private AuditKeys() {}
}
