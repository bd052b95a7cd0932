package dev.weir.launcher.server;

import dev.weir.model.ClusterName;
import dev.weir.monitor.Rendering;
import dev.weir.monitor.Snapshot;
import dev.weir.resources.JsonFilter;
import dev.weir.resources.SnapshotFilter;
import dev.weir.security.Access;
import dev.weir.security.AccessLevel;
import dev.weir.security.Caller;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HeaderValue;
import org.glassfish.grizzly.memory.Buffers;

/**
 * An answer as Jersey gave it, to be given again for as long as its snapshot is current.
 *
 * @param snapshot what it was made of
 * @param host the {@code Host} that it was given for
 * @param cluster the cluster that it is about
 * @param level what a caller needs
 * @param headers those that do not depend on the time or on the form that is sent
 */
record HotAnswer(
    Snapshot<?> snapshot,
    String host,
    ClusterName cluster,
    AccessLevel level,
    Map<String, HeaderValue> headers) {
  private static final String MEDIA_TYPE = JsonFilter.JSON.toString();
  private static final HeaderValue GZIP = HeaderValue.newHeaderValue("gzip").prepare();

  /** Whether it is what this caller would get now. */
  boolean isFor(Caller caller, String askedHost, Instant now) {
    return host.equals(askedHost)
        && snapshot.isCurrent(now)
        && Access.refusal(caller, cluster, level).isEmpty();
  }

  /** Sends it, or 304 to those who have it. */
  void send(Request request, Response response, Instant now) throws IOException {
    Rendering rendering = snapshot.rendering();
    boolean compressed =
        SnapshotFilter.isCompressed(rendering, request.getHeader(Header.AcceptEncoding));
    String tag = '"' + (compressed ? rendering.gzipTag() : rendering.tag()) + '"';
    headers.forEach(response::setHeader);
    response.setHeader(Header.ETag, tag);
    response.setHeader("Age", Long.toString(snapshot.age(now).toSeconds()));
    String known = request.getHeader(Header.IfNoneMatch);
    if (known != null && known.contains(tag)) {
      response.setStatus(304);
      return;
    }
    if (compressed) {
      response.setHeader(Header.ContentEncoding, GZIP);
    }
    write(request, response, compressed ? rendering.gzip() : rendering.identity());
  }

  private void write(Request request, Response response, byte[] bytes) throws IOException {
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(bytes.length);
    if (request.getMethod() == Method.GET) {
      response.getOutputBuffer().writeBuffer(Buffers.wrap(null, bytes));
    }
  }
}
