// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.limits;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.MimeHeaders;

/** Grizzly's codec of HTTP/1.1, but that it reads no more of bodies that nobody wants. */
public final class Codec implements AddOn {
  /** What may be left of a body that nobody wants; beyond that, its connection is closed. */
  private static final long MAX_UNREAD_BYTES = 16 << 20;

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    HttpServerFilter codec = codec(listener);
    codec.setMaxPayloadRemainderToSkip(MAX_UNREAD_BYTES);
    // DELETE may have options in its body.
    codec.setAllowPayloadForUndefinedHttpMethods(true);
    chain.set(chain.indexOfType(HttpServerFilter.class), codec);
  }

  /** As Grizzly itself makes it. */
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
