package dev.weir.server;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body that is larger than it may be, at once where it says so. */
final class BodyLimitFilter implements ContainerRequestFilter {
  private final long maxBytes;

  BodyLimitFilter(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String length = request.getHeaderString("Content-Length");
    if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > maxBytes) {
      throw tooLarge();
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  private ClientErrorException tooLarge() {
    return new ClientErrorException(
        "The request is larger than the " + maxBytes + " bytes allowed.",
        Status.REQUEST_ENTITY_TOO_LARGE);
  }

  /** Fails once more has been read than is allowed. */
  private final class Limited extends FilterInputStream {
    private long seen;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      seen += read;
      if (seen > maxBytes) {
        throw tooLarge();
      }
    }
  }
}
