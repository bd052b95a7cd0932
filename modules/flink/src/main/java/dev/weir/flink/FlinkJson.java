package dev.weir.flink;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads Flink's JSON leniently: what we do not know is passed over, what is missing is null or 0.
 */
final class FlinkJson {
  private FlinkJson() {}

  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .annotationIntrospector(new Lenient())
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }

  /**
   * As if every class said that it ignores what it does not know. Jackson's feature for that reads
   * it all the same, into a buffer for each record.
   */
  private static final class Lenient extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated annotated) {
      return super.findPropertyIgnoralByName(config, annotated).withIgnoreUnknown();
    }
  }
}
