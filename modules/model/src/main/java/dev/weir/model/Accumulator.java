package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One accumulator.
 *
 * @param name name it was registered under
 * @param type simple name of its class, such as {@code LongCounter}
 * @param value its value in words, as the accumulator itself writes it: {@code LongCounter
 *     37500000}
 */
public record Accumulator(
    @JsonProperty(value = "name", required = true) String name, String type, String value) {}
