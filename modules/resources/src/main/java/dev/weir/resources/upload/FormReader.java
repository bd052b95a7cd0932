// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;

/** Reads the first file of a form ({@code multipart/form-data}, RFC 7578). */
@Consumes(MediaType.MULTIPART_FORM_DATA)
public final class FormReader implements MessageBodyReader<UploadedFile> {
  private static final int LONGEST_BOUNDARY = 256;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType of) {
    return type == UploadedFile.class;
  }

  @Override
  public UploadedFile readFrom(
      Class<UploadedFile> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    MultipartForm form = new MultipartForm(body, boundary(mediaType));
    while (form.nextPart()) {
      Optional<String> name = FileName.in(form.headers().getOrDefault("content-disposition", ""));
      if (name.isPresent()) {
        return new UploadedFile(name.get(), form.content());
      }
    }
    throw new ProblemException(ProblemKind.MALFORMED_BODY, "The form has no part that is a file.");
  }

  /**
   * The boundary between the parts of a form.
   *
   * @throws ProblemException if the boundary is missing or too long
   */
  public static String boundary(MediaType type) {
    String given = type.getParameters().getOrDefault("boundary", "");
    String boundary = given.replaceFirst("^\"(.*)\"$", "$1");
    if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw new ProblemException(
          ProblemKind.MALFORMED_BODY,
          "The content type of a form needs a boundary of 1 to " + LONGEST_BOUNDARY + " bytes.");
    }
    return boundary;
  }
}
