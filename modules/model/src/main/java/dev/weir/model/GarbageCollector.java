package dev.weir.model;

/**
 * One garbage collector of a process.
 *
 * @param name its name
 * @param count collections so far
 * @param time time they took, in milliseconds
 */
public record GarbageCollector(String name, long count, long time) {}
