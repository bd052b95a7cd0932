// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.server.settings.keys.ServerKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory like Flink's {@code conf}: {@code config.yaml}, or {@code flink-conf.yaml} if only
 * that exists.
 *
 * <p>If both exist, Flink 1.19 and 1.20 prefer {@code flink-conf.yaml}. Flink 2 does not read it
 * any more, and the embedded Flink is a 2.x.
 */
public final class ConfDir {
  static final String MODERN = "config.yaml";
  static final String LEGACY = "flink-conf.yaml";

  private ConfDir() {}

  /**
   * Reads the file of the directory.
   *
   * @param origin where the directory's name comes from, for messages
   * @throws SettingsException if the directory does not exist, or its file does not exist or is
   *     malformed
   */
  static FlinkConfFile read(Path directory, String origin) throws SettingsException {
    Path modern = directory.resolve(MODERN);
    Path legacy = directory.resolve(LEGACY);
    if (Files.exists(modern)) {
      return ModernConf.parse(modern, text(modern)).withRemarks(remarks(directory));
    }
    if (Files.exists(legacy)) {
      return LegacyConf.parse(legacy, legacyText(legacy));
    }
    throw SettingsException.badValue(
        ServerKeys.CONF_DIR,
        directory.toString(),
        origin,
        "a directory that holds " + MODERN + " or " + LEGACY);
  }

  private static List<String> remarks(Path directory) {
    return Files.exists(directory.resolve(LEGACY))
        ? List.of(
            "%s has both %s and %s; only %s is read, as Flink 2 does."
                .formatted(directory, MODERN, LEGACY, MODERN))
        : List.of();
  }

  /** The text of a UTF-8 file, without a byte-order mark. */
  static String text(Path file) throws SettingsException {
    return decoded(file, UTF_8.newDecoder());
  }

  /** Accepts bytes that are not UTF-8, as Flink does: most of them are in comments. */
  private static String legacyText(Path file) throws SettingsException {
    return decoded(
        file,
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static String decoded(Path file, CharsetDecoder decoder) throws SettingsException {
    try {
      return withoutMark(decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString());
    } catch (CharacterCodingException e) {
      throw new SettingsException(file + " is not UTF-8 text.");
    } catch (IOException e) {
      throw new SettingsException(file + " cannot be read; it must be a readable file.");
    }
  }

  public static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
