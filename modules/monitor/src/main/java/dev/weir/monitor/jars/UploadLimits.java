// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.jars;

/**
 * Limits of uploads.
 *
 * @param maxBytes of one file
 * @param maxEntries in one jar
 * @param maxRatio unpacked size divided by the size of the file
 * @param maxPendingBytes disk space of all uploads on their way
 * @param perMinute uploads per minute on average; 0 for no limit
 */
public record UploadLimits(
    long maxBytes, int maxEntries, int maxRatio, long maxPendingBytes, int perMinute) {
  /** Begins to make one, each component by its name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes the components by their names. */
  public static final class Builder {
    private long maxBytes;
    private int maxEntries;
    private int maxRatio;
    private long maxPendingBytes;
    private int perMinute;

    private Builder() {}

    public Builder maxBytes(long value) {
      maxBytes = value;
      return this;
    }

    public Builder maxEntries(int value) {
      maxEntries = value;
      return this;
    }

    public Builder maxRatio(int value) {
      maxRatio = value;
      return this;
    }

    public Builder maxPendingBytes(long value) {
      maxPendingBytes = value;
      return this;
    }

    public Builder perMinute(int value) {
      perMinute = value;
      return this;
    }

    /**
     * Makes it.
     *
     * @throws NullPointerException if something is missing
     */
    public UploadLimits build() {
      return new UploadLimits(maxBytes, maxEntries, maxRatio, maxPendingBytes, perMinute);
    }
  }
}
