package dev.weir.model;

import org.jspecify.annotations.Nullable;

/**
 * One entry class of a program.
 *
 * @param name fully qualified name of the class
 * @param description what it says of itself; null where it does not
 */
public record JarEntryClass(String name, @Nullable String description) {}
