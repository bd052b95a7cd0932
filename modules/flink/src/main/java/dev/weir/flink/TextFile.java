// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * A text file of a process of Flink, as it comes.
 *
 * @param content to be closed by whoever has it; it closes by itself at the deadline of transfers,
 *     and when the cluster is silent for too long
 * @param length how many bytes it has, by Flink's word; empty if that does not say
 * @param ended completes when the content is closed
 */
public record TextFile(InputStream content, OptionalLong length, CompletionStage<Void> ended)
    implements Closeable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
