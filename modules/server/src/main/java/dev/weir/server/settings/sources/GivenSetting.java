// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

/**
 * A setting that is not left at its default.
 *
 * @param key the setting's key
 * @param value its text, with secrets masked
 * @param origin where it comes from, such as {@code --port} or {@code environment variable
 *     WEIR_PORT}
 */
public record GivenSetting(String key, String value, String origin) {}
