package dev.weir.model;

/**
 * One accumulator.
 *
 * @param name name it was registered under
 * @param type simple name of its class, such as {@code LongCounter}
 * @param value its value in words, as the accumulator itself writes it: {@code LongCounter
 *     37500000}
 */
public record Accumulator(String name, String type, String value) {}
