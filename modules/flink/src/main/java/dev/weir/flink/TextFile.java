// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * A text file of a Flink process, streamed.
 *
 * @param content closed by the caller; closes itself at the deadline of transfers, or after too
 *     long a silence of the cluster
 * @param length in bytes; empty if Flink does not announce it
 * @param ended completes when the content is closed
 */
public record TextFile(InputStream content, OptionalLong length, CompletionStage<Void> ended)
    implements Closeable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
