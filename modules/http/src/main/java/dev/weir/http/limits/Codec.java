// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.MimeHeaders;

/** Grizzly's HTTP/1.1 codec, with a bound on the part of a body that it skips. */
public final class Codec implements AddOn {
  /** If more of an unread body is to come, the connection is closed. */
  private static final long MAX_UNREAD_BYTES = 16 << 20;

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    HttpServerFilter codec = codec(listener);
    codec.setMaxPayloadRemainderToSkip(MAX_UNREAD_BYTES);
    // DELETE may have options in its body.
    codec.setAllowPayloadForUndefinedHttpMethods(true);
    chain.set(chain.indexOfType(HttpServerFilter.class), codec);
  }

  /** Built as Grizzly builds its own. */
  @SuppressWarnings("deprecation")
  private static HttpServerFilter codec(NetworkListener listener) {
    return new HttpServerFilter(
        listener.isChunkingEnabled(),
        listener.getMaxHttpHeaderSize(),
        null,
        listener.getKeepAlive(),
        null,
        MimeHeaders.MAX_NUM_HEADERS_DEFAULT,
        MimeHeaders.MAX_NUM_HEADERS_DEFAULT);
  }
}
