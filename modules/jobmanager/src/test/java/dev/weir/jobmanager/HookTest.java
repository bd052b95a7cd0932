// SPDX-License-Identifier: Apache-2.0
package dev.weir.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.jobmanager.hook.WeirPlugin;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileSystemFactory;
import org.junit.jupiter.api.Test;

/** What every process of Flink loads. */
class HookTest {
  /** The number of Java 8 in a class file. */
  private static final int JAVA_8 = 52;

  @Test
  void flinkFindsIt() {
    assertThat(ServiceLoader.load(FileSystemFactory.class))
        .anySatisfy(factory -> assertThat(factory).isInstanceOf(WeirPlugin.class));
  }

  /** A class that a Flink on Java 8 or 11 cannot load would hide the plugins after it. */
  @Test
  void everyJavaThatFlinkRunsOnCanLoadIt() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/dev/weir/jobmanager/hook"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(classes)
          .hasSizeGreaterThan(2)
          .allSatisfy(type -> assertThat(version(type)).isEqualTo(JAVA_8));
    }
  }

  private static int version(Path type) throws IOException {
    try (InputStream file = Files.newInputStream(type);
        DataInputStream in = new DataInputStream(file)) {
      in.readInt();
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }

  @Test
  void itHasNoFiles() {
    assertThatThrownBy(() -> new WeirPlugin().create(URI.create("weir://x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no file system");
  }
}
