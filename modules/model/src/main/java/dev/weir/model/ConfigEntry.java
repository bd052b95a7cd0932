package dev.weir.model;

/**
 * One key of the cluster's configuration, in {@code /jobmanager/config}.
 *
 * @param key its name
 * @param value its value; {@code ******} for a secret
 */
public record ConfigEntry(String key, String value) {}
