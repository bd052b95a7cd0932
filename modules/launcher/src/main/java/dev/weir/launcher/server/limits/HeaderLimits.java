package dev.weir.launcher.server.limits;

import dev.weir.model.Problem;
import dev.weir.monitor.Json;
import java.io.IOException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;

/** Says what was too long where Grizzly finds out while it reads the headers of a request. */
public final class HeaderLimits implements AddOn {
  /** What may be left of a body that nobody wants; beyond that, its connection is closed. */
  private static final long MAX_UNREAD_BYTES = 16 << 20;

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    chain.set(chain.indexOfType(HttpServerFilter.class), new Codec(listener));
  }

  private static final class Codec extends HttpServerFilter {
    /** As Grizzly itself makes it. */
    @SuppressWarnings("deprecation")
    Codec(NetworkListener listener) {
      super(
          listener.isChunkingEnabled(),
          listener.getMaxHttpHeaderSize(),
          null,
          listener.getKeepAlive(),
          null,
          MimeHeaders.MAX_NUM_HEADERS_DEFAULT,
          MimeHeaders.MAX_NUM_HEADERS_DEFAULT);
      setMaxPayloadRemainderToSkip(MAX_UNREAD_BYTES);
    }

    @Override
    protected void onHttpHeaderError(
        HttpHeader header, FilterChainContext context, Throwable thrown) throws IOException {
      status(thrown).setValues(((HttpRequestPacket) header).getResponse());
      super.onHttpHeaderError(header, context, thrown);
    }

    private static HttpStatus status(Throwable thrown) {
      String said = String.valueOf(thrown.getMessage());
      if (thrown instanceof MimeHeaders.MaxHeaderCountExceededException
          || said.contains("header is too large")) {
        return HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      }
      return said.contains("line is too large")
          ? HttpStatus.REQUEST_URI_TOO_LONG_414
          : HttpStatus.BAD_REQUEST_400;
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
      String title = response.getHttpStatus().getReasonPhrase();
      int status = response.getHttpStatus().getStatusCode();
      String sentence =
          switch (status) {
            case 414 ->
                "The address of the request is longer than weir.http.max-header-bytes allows.";
            case 431 ->
                "The headers of the request are more than weir.http.max-header-bytes allows.";
            default -> "The request cannot be understood.";
          };
      byte[] body = Json.bytes(new Problem("about:blank", title, status, sentence, sentence, null));
      // By hand: where it cannot read the first line, Grizzly sends only what it finds here.
      MimeHeaders headers = response.getHeaders();
      headers.setValue(Header.ContentType).setString("application/problem+json;charset=UTF-8");
      headers.setValue(Header.Connection).setString("close");
      headers.setValue(Header.Date).setString(FastHttpDateFormat.getCurrentDate());
      response.setContentLength(body.length);
      Buffer content = Buffers.wrap(null, body);
      return HttpContent.builder(response).content(content).last(true).build();
    }
  }
}
