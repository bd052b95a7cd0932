package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.model.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Says whether a file is a jar that may be handed on, by unpacking all of it to nowhere. */
final class JarCheck {
  /** What would end up outside the directory that it is unpacked to, somewhere. */
  private static final Pattern CLIMBS = Pattern.compile("(^|.*/)\\.\\.(/.*|$)|/.*|[A-Za-z]:.*");

  private final UploadLimits limits;
  private final byte[] buffer = new byte[1 << 16];

  JarCheck(UploadLimits limits) {
    this.limits = limits;
  }

  /**
   * Refuses what is no jar, or one that is beyond the limits. One at a time, since a directory of
   * entries that is as large as the file is held in memory.
   */
  synchronized void check(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw invalid("The uploaded file is empty.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireEntries(zip);
      requireSize(zip, Files.size(file));
    } catch (ZipException e) {
      throw invalid("The uploaded file is not a jar.");
    }
  }

  private void requireEntries(ZipFile zip) {
    if (zip.size() > limits.maxEntries()) {
      throw invalid(
          "The uploaded jar has more than the " + limits.maxEntries() + " entries allowed.");
    }
    boolean ofJar = false;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (CLIMBS.matcher(name).matches() || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
        throw invalid(
            "The uploaded jar has an entry that leads out of it: '" + Printable.of(name) + "'.");
      }
      ofJar |= name.equals("META-INF/MANIFEST.MF") || name.endsWith(".class");
    }
    if (!ofJar) {
      throw invalid("The uploaded file has neither a manifest nor a class: it is not a jar.");
    }
  }

  /** What entries say of their size may be a lie, and several may share the same bytes. */
  private void requireSize(ZipFile zip, long size) throws IOException {
    long left = size * limits.maxRatio();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      try (InputStream content = zip.getInputStream(all.nextElement())) {
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
          left -= read;
          if (left < 0) {
            throw invalid(
                "The uploaded jar unpacks to more than " + limits.maxRatio() + " times its size.");
          }
        }
      }
    }
  }

  private static ClusterException invalid(String sentence) {
    return new ClusterException(Reason.INVALID, sentence);
  }
}
