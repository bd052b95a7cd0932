// SPDX-License-Identifier: Apache-2.0
package dev.weir.http.http2;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.ProcessingState;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.ssl.SSLUtils;
import org.jspecify.annotations.Nullable;

/** The request of a stream in Grizzly's form, with the answer to be filled in. */
final class Http2Packets extends HttpRequestPacket {
  private final ProcessingState state = new ProcessingState();

  private Http2Packets(Connection<?> connection) {
    setConnection(connection);
    Answer answer = new Answer();
    setResponse(answer);
    answer.setRequest(this);
    setProtocol(Protocol.HTTP_2_0);
    answer.setProtocol(Protocol.HTTP_2_0);
    setChunkingAllowed(true);
    answer.setChunkingAllowed(true);
    setSecure(SSLUtils.getSSLEngine(connection) != null);
  }

  /**
   * The packet of a request.
   *
   * @param ended whether the request has no body
   */
  static Http2Packets of(Connection<?> connection, RequestHead head, boolean ended) {
    Http2Packets request = new Http2Packets(connection);
    request.setMethod(head.method());
    request.getRequestURIRef().init(head.path());
    if (head.query() != null) {
      request.getQueryStringDC().setString(head.query());
    }
    // Added directly: otherwise Grizzly leaves the headers that it knows out of listings.
    head.fields()
        .forEach(
            field -> request.getHeaders().addValue(field.getKey()).setString(field.getValue()));
    request.setContentLengthLong(head.contentLength());
    String contentType = request.getHeader(Header.ContentType);
    if (contentType != null) {
      request.setContentType(contentType);
    }
    request.setHost(head.host());
    request.setExpectContent(!ended);
    request.requiresAcknowledgement(request.containsHeader(Header.Expect) && !ended);
    return request;
  }

  /** Sets the host directly: without one, Grizzly would ask the DNS. */
  private void setHost(@Nullable String host) {
    if (host != null) {
      DataChunk value = getHeaders().setValue(Header.Host);
      value.setString(host);
      unparsedHostC = value;
    }
  }

  @Override
  public ProcessingState getProcessingState() {
    return state;
  }

  /** Resets the packet, which is used once. */
  @Override
  public void recycle() {
    reset();
  }

  private static final class Answer extends HttpResponsePacket {
    @Override
    public ProcessingState getProcessingState() {
      return getRequest().getProcessingState();
    }

    @Override
    public void recycle() {
      reset();
    }
  }
}
