// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

/**
 * Limits of HTTP/2.
 *
 * @param maxStreams maximum number of concurrent requests of one connection
 * @param controlFramesPerSecond maximum average rate of frames of one connection that carry no
 *     request
 * @param clearText whether HTTP/2 is accepted without TLS, by prior knowledge
 */
public record Http2Limits(int maxStreams, int controlFramesPerSecond, boolean clearText) {}
