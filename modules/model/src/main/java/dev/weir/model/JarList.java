package dev.weir.model;

import java.util.List;

/**
 * The uploaded programs: the answer of {@code GET /jars}.
 *
 * @param address base address of this server
 * @param files the programs, latest first
 */
public record JarList(String address, List<JarFile> files) {

  /** The same programs at another address. */
  public JarList at(String base) {
    return new JarList(base, files);
  }
}
