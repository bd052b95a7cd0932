package dev.weir.model;

/**
 * One entry class of a program.
 *
 * @param name fully qualified name of the class
 * @param description what it says of itself; {@code No description provided} where it does not
 */
public record JarEntryClass(String name, String description) {}
