// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The recorded facts about each operation: one file in a folder, named by the operation. */
final class CompatibilityFiles {
  private static final String END = ".yaml";

  private final YAMLMapper mapper = new YAMLMapper();
  private final Path folder;

  CompatibilityFiles(Path folder) {
    this.folder = requireNonNull(folder);
  }

  /** Names of the operations that are recorded. */
  Set<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(END))
              .map(name -> name.substring(0, name.length() - END.length()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is recorded of an operation; nothing for one that is new. */
  Map<String, String> read(String operation) {
    Path file = file(operation);
    try {
      return Files.exists(file)
          ? mapper.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
          : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records what holds now. */
  void write(String operation, Map<String, String> facts) {
    try {
      Files.writeString(
          file(operation),
          facts.entrySet().stream()
              .map(fact -> quoted(fact.getKey()) + ": " + quoted(fact.getValue()) + "\n")
              .collect(joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String operation) {
    return folder.resolve(operation + END);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
