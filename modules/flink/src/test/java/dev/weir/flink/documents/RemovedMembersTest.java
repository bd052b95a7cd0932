// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flink.raw.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which members are added where. */
class RemovedMembersTest {
  private static final String JOB = "/jobs/00000000000000000000000000000001";

  private static String added(String path, String json) {
    return new String(RemovedMembers.added(path, new RawJson(json.getBytes(UTF_8))).bytes(), UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"/exceptions", "/exceptions?maxExceptions=10"})
  void theLatestFailureIsTheRootOfAll(String document) {
    String history =
        "\"exceptionHistory\":{\"entries\":[{\"stacktrace\":\"a\",\"timestamp\":7},{}]}";

    assertThat(added(JOB + document, "{" + history + "}"))
        .isEqualTo("{" + history + ",\"root-exception\":\"a\",\"timestamp\":7}");
  }

  @Test
  void theBuffersOfATaskManagerHaveBothNames() {
    String metrics = "\"x\":1.50,\"nettyShuffleMemorySegmentsTotal\":9";

    assertThat(added("/taskmanagers/a", "{\"metrics\":{" + metrics + "}}"))
        .isEqualTo("{\"metrics\":{" + metrics + ",\"memorySegmentsTotal\":9}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /jobs/1/exceptions  | {"exceptionHistory":{"entries":[]}, "x":1}
          /jobs/1/exceptions  | {"root-exception":null,"timestamp":null, "exceptionHistory":{"entries":[{}]}}
          /jobs/1/exceptions  | []
          /taskmanagers/a     | {"metrics": null}
          /taskmanagers/a     | {"metrics":{"nettyShuffleMemorySegmentsTotal":1, "memorySegmentsTotal":2}}
          /taskmanagers/metrics | [ ]
          /jobs/1/config      | {"exceptionHistory":{"entries":[{"stacktrace":"a"}]}}
          """)
  void elsewhereTheDocumentStaysAsItCame(String path, String json) {
    assertThat(added(path, json)).isEqualTo(json);
  }
}
