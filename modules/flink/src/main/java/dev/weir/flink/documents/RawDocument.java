// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import dev.weir.flink.Document;
import dev.weir.flink.Reading;
import dev.weir.flink.json.FlinkJson;
import dev.weir.flink.raw.RawJson;
import java.util.concurrent.CompletableFuture;

/**
 * One answer of Flink's API as Flink sent it, but for masked secrets and {@link RemovedMembers}.
 *
 * @param path path and query in Flink's API, encoded
 */
public record RawDocument(String path) implements Document<RawJson> {
  @Override
  public String key() {
    return DocumentKeys.raw(path);
  }

  @Override
  public CompletableFuture<Reading<RawJson>> read(Source source) {
    return source
        .get(path, FlinkJson.raw())
        .thenApply(
            reading ->
                reading.map(
                    json ->
                        RemovedMembers.added(
                            path, RawSecrets.masked(path, json, source.secrets()))));
  }
}
