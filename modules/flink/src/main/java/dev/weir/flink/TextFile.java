package dev.weir.flink;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A text file of a process of Flink, as it comes.
 *
 * @param content to be closed by whoever has it; it closes by itself at the deadline of transfers
 * @param length how many bytes it has, by Flink's word; empty if that does not say
 */
public record TextFile(InputStream content, OptionalLong length) implements Closeable {
  @Override
  public void close() throws IOException {
    content.close();
  }
}
