// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Says whether a file is a jar that may be handed on, by unpacking all of it to nowhere. */
final class JarCheck {
  private static final Logger LOG = System.getLogger(JarCheck.class.getName());

  /** It is read into memory; one with the digests of 50,000 entries has 5 MB. */
  private static final int MAX_MANIFEST_BYTES = 8 << 20;

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
    long size = Files.size(file);
    if (size == 0) {
      throw invalid("The uploaded file is empty.");
    }
    // Without signatures, which are the cluster's to verify.
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      requireEntries(jar);
      requireSize(jar, size);
      requireManifest(jar);
    } catch (ClusterException | FileNotFoundException | FileSystemException e) {
      // Refused, or the disk cannot be read.
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever else is thrown while the file is read is of its bytes.
      LOG.log(Level.DEBUG, "An uploaded file is not a jar", e);
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

  private static void requireManifest(JarFile jar) throws IOException {
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      // In any case, as the JDK looks for it.
      if (entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
        try (InputStream content = jar.getInputStream(entry)) {
          if (content.readNBytes(MAX_MANIFEST_BYTES + 1).length > MAX_MANIFEST_BYTES) {
            throw invalid(
                "The manifest of the uploaded jar is larger than "
                    + MAX_MANIFEST_BYTES
                    + " bytes.");
          }
        }
      }
    }
    var unused = jar.getManifest();
  }

  private static ClusterException invalid(String sentence) {
    return new ClusterException(Reason.INVALID, ProblemKind.NOT_A_JAR, sentence);
  }
}
