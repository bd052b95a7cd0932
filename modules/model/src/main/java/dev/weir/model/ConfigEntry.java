// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One key of the cluster's configuration, in {@code /jobmanager/config}.
 *
 * @param key its name
 * @param value its value; {@code ******} for a secret
 */
public record ConfigEntry(@JsonProperty(value = "key", required = true) String key, String value) {}
