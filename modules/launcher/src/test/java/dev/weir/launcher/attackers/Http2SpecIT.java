// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.testing.http2.Http2Connection;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What RFC 9113 and RFC 7541 require of a server, case by case: those of h2spec, and some more, in
 * clear and over TLS.
 */
@Timeout(60)
class Http2SpecIT {
  private static final String NOWHERE = "http://127.0.0.1:1";

  @RegisterExtension
  private static final Target CLEAR =
      Target.clear(launch -> launch.arguments("--cluster", NOWHERE));

  @RegisterExtension
  private static final Target SECURED =
      Target.secured(launch -> launch.arguments("--cluster", NOWHERE));

  @TestFactory
  Stream<DynamicTest> inClear() {
    return on(CLEAR);
  }

  @TestFactory
  Stream<DynamicTest> overTls() {
    return on(SECURED);
  }

  private static Stream<DynamicTest> on(Target target) {
    return Stream.of(
            OrdinaryCases.all(),
            FrameCases.all(),
            StreamCases.all(),
            DefinitionCases.all(),
            FlowCases.all(),
            MessageCases.all(),
            HpackCases.all())
        .flatMap(List::stream)
        .map(one -> dynamicTest(one.section() + " " + one.name(), () -> play(target, one)));
  }

  private static void play(Target target, SpecCase one) throws IOException {
    try (Http2Connection connection = target.http2()) {
      one.script().play(connection);
    }
    target.serves();
  }
}
