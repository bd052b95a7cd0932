// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

/**
 * What an upload may be.
 *
 * @param maxBytes the file
 * @param maxEntries the entries in it
 * @param maxRatio how many times its own size it may unpack to
 * @param maxPendingBytes what all uploads on their way may take on disk
 * @param perMinute how many there may be in a minute on average; 0 for no limit
 */
public record UploadLimits(
    long maxBytes, int maxEntries, int maxRatio, long maxPendingBytes, int perMinute) {}
