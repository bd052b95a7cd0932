// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file in a form, read as it arrives. JAX-RS leaves the body of a request open for what can be
 * closed.
 *
 * @param name what the client calls it
 * @param content its bytes; ends once the whole form has been read
 */
public record UploadedFile(String name, InputStream content) implements Closeable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
