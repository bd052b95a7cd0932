// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.model.MalformedIdException;
import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.jar.JarId;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.VertexId;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The patterns and limits of parameters are those that the identifiers of the model accept. */
class ApiSpecParametersTest {
  private static final String HEX = "0123456789abcdef";

  /** What is on either side of a limit, for any of them. */
  private static final List<String> SAMPLES =
      List.of(
          "",
          "0",
          "1",
          "-1",
          "+1",
          "1.0",
          "zzz",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          HEX + HEX,
          HEX + "0123456789ABCDEF",
          HEX + HEX + "0",
          HEX + "0123456789abcde",
          HEX + "0123456789abcdeg",
          ".",
          "..",
          "...",
          ".a",
          "localhost:43537-7d2a",
          "akka://a@b",
          "a b",
          "ä",
          "a".repeat(255),
          "a".repeat(256),
          ".jar",
          "a.jar",
          "a.jar.zip",
          "a/b.jar",
          "a\\b.jar",
          "a\nb.jar",
          "a\u007fb.jar",
          "ä b.jar",
          "..jar",
          "a".repeat(250) + ".jar",
          "a".repeat(251) + ".jar");

  private final ApiSpec spec = ApiSpec.checkedIn();

  @Test
  void ofIdentifiers() {
    assertSame("jobId", JobId::parse);
    assertSame("vertexId", VertexId::parse);
    assertSame("taskManagerId", TaskManagerId::parse);
    assertSame("jarId", JarId::parse);
  }

  @Test
  void ofNumbers() {
    assertSame("subtask", SubtaskIndex::parse);
    assertSame("attempt", AttemptNumber::parse);
    assertSame("checkpointId", CheckpointId::parse);
    assertSame("requestId", SavepointRequestId::parse);
  }

  private void assertSame(String parameter, Function<String, ?> parser) {
    assertThat(SAMPLES)
        .allSatisfy(
            text ->
                assertThat(describedAsValid(spec.parameterSchema(parameter), text))
                    .as("%s '%s'", parameter, text)
                    .isEqualTo(isParsed(parser, text)));
  }

  private static boolean isParsed(Function<String, ?> parser, String text) {
    try {
      return parser.apply(text) != null;
    } catch (MalformedIdException e) {
      return false;
    }
  }

  private static boolean describedAsValid(Map<String, Object> schema, String text) {
    if (schema.get("type").equals("integer")) {
      return text.matches("[0-9]+")
          && new BigInteger(text).compareTo(limit(schema, "minimum")) >= 0
          && new BigInteger(text).compareTo(limit(schema, "maximum")) <= 0;
    }
    return Pattern.compile((String) schema.get("pattern")).matcher(text).find();
  }

  private static BigInteger limit(Map<String, Object> schema, String which) {
    return new BigInteger(String.valueOf(schema.get(which)));
  }
}
