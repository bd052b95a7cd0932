// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import java.io.IOException;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpPacket;

/** The end of a stream's chain at its frames: requests come from here, and answers go here. */
final class StreamFilter extends BaseFilter {

  /** A read without a message comes from a worker that waits for the body. */
  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    if (context.getMessage() == null) {
      context.setMessage(stream(context).awaitContent());
    }
    return context.getInvokeAction();
  }

  /** Grizzly declares the parts of a write as raw types. */
  @Override
  @SuppressWarnings("unchecked")
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    HttpPacket packet = context.getMessage();
    FilterChainContext.TransportContext transport = context.getTransportContext();
    stream(context).write(packet, transport.getMessageCloner(), transport.getCompletionHandler());
    return context.getStopAction();
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event.type() == HttpEvents.ResponseCompleteEvent.TYPE) {
      stream(context).answered();
      return context.getStopAction();
    }
    if (event instanceof TransportFilter.FlushEvent flush) {
      stream(context).whenSent(flush.getCompletionHandler());
      return context.getStopAction();
    }
    return context.getInvokeAction();
  }

  private static ServerStream stream(FilterChainContext context) {
    return (ServerStream) HttpContext.get(context).getContextStorage();
  }
}
