// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file in a form, read as it arrives. JAX-RS leaves the body of the request open, because this
 * entity is {@link Closeable}.
 *
 * @param name the client's name for the file
 * @param content the bytes; they end after the whole form has been read
 */
public record UploadedFile(String name, InputStream content) implements Closeable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
