// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts, numbers and truths out of whatever is there: null or 0 for what is none, or a number
 * that is too large to be one.
 */
final class LenientScalars {
  /** So many are certainly one, with or without a sign. */
  private static final int DIGITS_OF_A_LONG = 19;

  /** Digits of a long, with a sign and a fraction; longer texts are not looked at. */
  private static final int LONGEST_NUMBER = 40;

  private LenientScalars() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("lenient scalars");
    module.setDeserializers(new LenientRecords());
    add(module, Integer.class, 0, LenientScalars::integer);
    add(module, Long.class, 0L, LenientScalars::number);
    add(module, Double.class, 0.0, LenientScalars::decimal);
    add(module, Boolean.class, false, LenientScalars::truth);
    add(module, String.class, "", LenientScalars::text);
    module.addKeyDeserializer(String.class, new Key());
    return module;
  }

  private static <T> void add(SimpleModule module, Class<T> type, T empty, Reader<T> reader) {
    module.addDeserializer(type, new Scalar<>(type, empty, reader));
  }

  private interface Reader<T> {
    @Nullable T read(JsonParser json) throws IOException;
  }

  /** A text, or what a number or a truth is in words; always fit to be written as UTF-8. */
  static @Nullable String text(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL || !token.isScalarValue()) {
      json.skipChildren();
      return null;
    }
    return wellFormed(json.getText());
  }

  private static @Nullable Integer integer(JsonParser json) throws IOException {
    Long number = number(json);
    return number == null || number != number.intValue() ? null : number.intValue();
  }

  private static @Nullable Long number(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getTextLength() < DIGITS_OF_A_LONG) {
      return json.getLongValue();
    }
    BigDecimal any = any(json);
    return any == null || any.compareTo(BigDecimal.valueOf(any.longValue())) != 0
        ? null
        : Long.valueOf(any.longValue());
  }

  private static @Nullable Double decimal(JsonParser json) throws IOException {
    BigDecimal any = any(json);
    return any == null || !Double.isFinite(any.doubleValue())
        ? null
        : Double.valueOf(any.doubleValue());
  }

  private static @Nullable BigDecimal any(JsonParser json) throws IOException {
    String text = text(json);
    if (text == null || text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      // An exponent makes a few letters a number of a thousand million digits.
      return Math.abs((long) number.scale()) > 400 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Boolean truth(JsonParser json) throws IOException {
    String text = text(json);
    return ("true".equals(text) || "false".equals(text)) ? Boolean.valueOf(text) : null;
  }

  /** Half of a pair of surrogates, which has no form in UTF-8, becomes a replacement character. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static final class Scalar<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient T empty;
    private final transient Reader<T> reader;

    Scalar(Class<T> type, T empty, Reader<T> reader) {
      super(type);
      this.empty = empty;
      this.reader = reader;
    }

    @Override
    public @Nullable T deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return reader.read(json);
    }

    @Override
    public T getEmptyValue(DeserializationContext context) {
      return empty;
    }
  }

  private static final class Key extends KeyDeserializer {
    @Override
    public String deserializeKey(String key, DeserializationContext context) {
      return wellFormed(key);
    }
  }
}
