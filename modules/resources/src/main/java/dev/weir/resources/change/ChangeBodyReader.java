// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.model.ProblemKind;
import dev.weir.monitor.snapshots.Json;
import dev.weir.resources.upload.FileName;
import dev.weir.resources.upload.FormReader;
import dev.weir.resources.upload.MultipartForm;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the options in the body of a change: Flink's JSON, or a form. Flink reads a body as JSON
 * whatever its declared type. So a form that begins like an object is read as JSON.
 *
 * <p>The interceptor reads the body, because it can record the options for the audit log. The
 * reader only tells JAX-RS that the type is readable.
 */
@Changes
public final class ChangeBodyReader implements ReaderInterceptor, MessageBodyReader<ChangeBody> {
  /** Request property with the options in its body, a {@link ChangeBody}. */
  public static final String GIVEN = ChangeBodyReader.class.getName() + ".given";

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!context.getType().equals(ChangeBody.class)) {
      return context.proceed();
    }
    ChangeBody body = body(context);
    context.setProperty(GIVEN, body);
    return body;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.equals(ChangeBody.class);
  }

  @Override
  public ChangeBody readFrom(
      Class<ChangeBody> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    throw new IllegalStateException("The interceptor has read it.");
  }

  private static ChangeBody body(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    boolean declared = context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE) != null;
    if (declared && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
      return ofParts(context);
    }
    boolean form = declared && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
    boolean json =
        declared
            && (MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                || type.getSubtype().endsWith("+json"));
    InputStream in = context.getInputStream();
    int first = in.read();
    if (first < 0) {
      return ChangeBody.EMPTY;
    }
    if (declared && !form && !json) {
      throw new NotSupportedException();
    }
    byte[] rest = in.readAllBytes();
    byte[] whole = new byte[rest.length + 1];
    whole[0] = (byte) first;
    System.arraycopy(rest, 0, whole, 1, rest.length);
    return json || begins(whole) ? ofJson(whole) : ofForm(whole, form);
  }

  private static boolean begins(byte[] body) {
    return new String(body, 0, Math.min(body.length, 64), UTF_8).strip().startsWith("{");
  }

  private static ChangeBody ofJson(byte[] body) {
    if (new String(body, UTF_8).isBlank()) {
      return ChangeBody.EMPTY;
    }
    return new ChangeBody(
        Json.members(body)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.MALFORMED_BODY,
                        "The body of the request is not a JSON object.")),
        true);
  }

  private static ChangeBody ofForm(byte[] body, boolean declared) {
    if (!declared) {
      throw new NotSupportedException();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : new String(body, UTF_8).split("&", -1)) {
      int sign = field.indexOf('=');
      add(
          fields,
          decoded(sign < 0 ? field : field.substring(0, sign)),
          sign < 0 ? "" : decoded(field.substring(sign + 1)));
    }
    return new ChangeBody(fields, false);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemKind.MALFORMED_BODY, "The form in the body is malformed: it has a stray %.", e);
    }
  }

  private static ChangeBody ofParts(ReaderInterceptorContext context) throws IOException {
    MultipartForm form =
        new MultipartForm(context.getInputStream(), FormReader.boundary(context.getMediaType()));
    Map<String, Object> fields = new LinkedHashMap<>();
    while (form.nextPart()) {
      String disposition = form.headers().getOrDefault("content-disposition", "");
      Optional<String> field = FileName.field(disposition);
      if (field.isPresent() && FileName.in(disposition).isEmpty()) {
        add(fields, field.get(), new String(form.part().readAllBytes(), UTF_8));
      }
    }
    return new ChangeBody(fields, false);
  }

  @SuppressWarnings("unchecked")
  private static void add(Map<String, Object> fields, String name, String value) {
    ((List<Object>) fields.computeIfAbsent(name, first -> new ArrayList<>())).add(value);
  }
}
