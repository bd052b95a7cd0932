// SPDX-License-Identifier: Apache-2.0
package dev.weir.contract;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.stream.Stream;
import org.openapitools.empoa.swagger.core.internal.SwAdapter;
import org.openapitools.openapistylevalidator.OpenApiSpecStyleValidator;
import org.openapitools.openapistylevalidator.ValidatorParameters;

/** What the parser that generators use, and OpenAPI Style Validator, have against a description. */
final class DescriptionLint {
  private DescriptionLint() {}

  /** Their complaints, in words; empty if there are none. */
  static List<String> of(String yaml) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(yaml, null, options);
    if (parsed.getOpenAPI() == null) {
      return parsed.getMessages();
    }
    return Stream.concat(
            parsed.getMessages().stream(),
            new OpenApiSpecStyleValidator(SwAdapter.toOpenAPI(parsed.getOpenAPI()))
                .validate(rules()).stream().map(Object::toString))
        .toList();
  }

  /** All of its rules but those that are ignored, each with the reason. */
  private static ValidatorParameters rules() {
    return new ValidatorParameters()
        // There is nobody to write to but where the project is kept.
        .setValidateInfoContact(false)
        // Flink's names are kept: start-time, is_savepoint, slotsNumber, CANCELED.
        .setValidateNaming(false)
        // Examples are of whole answers, and a test holds them to their schemas.
        .setValidateModelPropertiesExample(false);
  }
}
