// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

/**
 * What a client may do over HTTP/2.
 *
 * @param maxStreams requests under way on one connection
 * @param controlFramesPerSecond frames of one connection that carry no request, on average
 * @param clearText whether HTTP/2 is spoken without TLS, by prior knowledge
 */
public record Http2Limits(int maxStreams, int controlFramesPerSecond, boolean clearText) {}
