// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.snapshots;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.flink.raw.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes the model as JSON, null members left out. Parses bodies of clients. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private static final ObjectReader MEMBERS =
      MAPPER
          .readerFor(new TypeReference<Map<String, Object>>() {})
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // A number becomes the text that it was sent as.
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Json() {}

  /** The members of a JSON object; no members for {@code null}; empty for any other text. */
  public static Optional<Map<String, Object>> members(byte[] json) {
    try {
      Map<String, Object> members = MEMBERS.readValue(json);
      return Optional.of(members == null ? Map.of() : members);
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as JSON in UTF-8; not to be changed, since JSON of Flink is kept as it is. */
  public static byte[] bytes(Object value) {
    if (value instanceof RawJson json) {
      return json.bytes();
    }
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The model can always be written.", e);
    }
  }
}
