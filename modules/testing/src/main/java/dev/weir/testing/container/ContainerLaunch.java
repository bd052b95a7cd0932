// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to start a {@link Container}: options of its virtual machine, environment, files, WARs. */
public final class ContainerLaunch {
  private final ContainerKind kind;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, Path> wars = new LinkedHashMap<>();

  ContainerLaunch(ContainerKind kind) {
    this.kind = requireNonNull(kind);
  }

  /**
   * Adds options of the virtual machine; that of GlassFish, which its own command starts, does not
   * get them.
   */
  public ContainerLaunch options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Sets an environment variable. */
  public ContainerLaunch environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Puts a file into the directory of the instance, over one that is there. */
  public ContainerLaunch file(String path, String content) {
    files.put(path, content);
    return this;
  }

  /** Drops a WAR in before the start, as {@code <name>.war}. */
  public ContainerLaunch war(String name, Path war) {
    wars.put(name, requireNonNull(war));
    return this;
  }

  /** Starts the process and returns at once. */
  public Container start() {
    return new Container(this);
  }

  ContainerKind kind() {
    return kind;
  }

  List<String> options() {
    return options;
  }

  Map<String, String> environment() {
    return environment;
  }

  Map<String, String> files() {
    return files;
  }

  Map<String, Path> wars() {
    return wars;
  }
}
