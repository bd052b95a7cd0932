package dev.weir.model;

import java.util.List;

/**
 * One uploaded program.
 *
 * @param id its id
 * @param name name of the file as it was uploaded
 * @param uploaded when, milliseconds since the epoch
 * @param entry its entry classes
 */
public record JarFile(JarId id, String name, long uploaded, List<JarEntryClass> entry) {}
