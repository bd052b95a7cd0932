// SPDX-License-Identifier: Apache-2.0
package dev.weir.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** A form with one file (RFC 7578), read as it is sent. */
public final class UploadForm {
  private static final String LINE = "\r\n";

  private final String boundary = "weir-" + UUID.randomUUID();
  private final String field;
  private final Path file;

  private UploadForm(String field, Path file) {
    this.field = field;
    this.file = file;
  }

  /** A form with that file, under the name that it has. */
  public static UploadForm of(String field, Path file) {
    return new UploadForm(field, file);
  }

  /** What it is sent as. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /**
   * What is sent; its length is known beforehand.
   *
   * @throws ApiException if there is no such file
   */
  public BodyPublisher body() throws ApiException {
    try {
      return BodyPublishers.concat(
          text(head()), BodyPublishers.ofFile(file), text(LINE + "--" + boundary + "--" + LINE));
    } catch (FileNotFoundException e) {
      throw new ApiException(e);
    }
  }

  private String head() {
    return "--"
        + boundary
        + LINE
        + "Content-Disposition: form-data; name=\""
        + field
        + "\"; filename=\""
        + escaped(String.valueOf(file.getFileName()))
        + "\""
        + LINE
        + "Content-Type: application/java-archive"
        + LINE
        + LINE;
  }

  /** As browsers do it. */
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
