// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The works of others that {@code NOTICE} names, and those that a jar carries. */
public final class Notice {
  private static final Path NOTICE = Path.of("..", "..", "NOTICE");

  /** A work: name, licence, and what of the jars is it. */
  private static final Pattern WORK = Pattern.compile("(?m)^ {2}\\S.* \\(.+\\): (.+)$");

  /** A library within another one is named for itself. */
  private static final Pattern WITHIN = Pattern.compile("shaded|repackaged");

  private static final Pattern VERSIONED = Pattern.compile("^META-INF\\.versions\\.\\d+\\.");

  private Notice() {}

  /** The whole file. */
  public static String text() throws IOException {
    return Files.readString(NOTICE);
  }

  /** Packages, and beginnings of names of jars, that it names. */
  public static Set<String> works() throws IOException {
    return WORK.matcher(text())
        .results()
        .flatMap(work -> Arrays.stream(work.group(1).split(", ", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Packages, and names of jars within, of works of others. */
  public static List<String> carried(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") || name.endsWith(".jar") || isScript(name))
          .map(Notice::named)
          .filter(name -> !name.startsWith("dev.weir.") || name.contains("swagger-ui"))
          .filter(name -> !name.startsWith("weir-"))
          .distinct()
          .toList();
    }
  }

  private static boolean isScript(String name) {
    return name.endsWith("swagger-ui-bundle.js");
  }

  private static String named(String entry) {
    if (entry.endsWith(".jar")) {
      return entry.substring(entry.lastIndexOf('/') + 1);
    }
    String dotted = entry.replace('/', '.');
    return VERSIONED
        .matcher(
            isScript(entry) ? dotted : entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'))
        .replaceFirst("");
  }

  private static boolean covers(String work, String carried) {
    return work.endsWith("*")
        ? carried.endsWith(".jar") && carried.startsWith(work.substring(0, work.length() - 1))
        : !carried.endsWith(".jar")
            && (carried.equals(work)
                || carried.startsWith(work + ".")
                || carried.startsWith(work + "-"));
  }

  /** The work that a package or a jar belongs to; empty if none is named for it. */
  public static Optional<String> work(Set<String> named, String carried) {
    return named.stream()
        .filter(work -> covers(work, carried))
        .max(Comparator.comparingInt(String::length))
        .filter(
            work ->
                carried.endsWith(".jar")
                    || !WITHIN.matcher(carried).find()
                    || WITHIN.matcher(work).find());
  }
}
