package dev.weir.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FormLimitsTest {
  private static final String PART = "--aab\r\nContent-Disposition: form-data\r\n\r\n";

  private static byte[] read(String form) throws IOException {
    try (FormLimits limits =
        new FormLimits(new ByteArrayInputStream(form.getBytes(US_ASCII)), "aab")) {
      return limits.readAllBytes();
    }
  }

  @Test
  void whatIsWithinTheLimitsIsReadAsItIs() throws IOException {
    String form = "before\r\n" + (PART + "x".repeat(100_000) + "\r\n").repeat(99) + "--aab--\r\n";

    assertThat(read(form)).asString(US_ASCII).isEqualTo(form);
  }

  @Test
  void moreThanAHundredPartsAreRefused() {
    assertThatThrownBy(() -> read((PART + "\r\n").repeat(101)))
        .isInstanceOf(BadRequestException.class)
        .hasMessage("The form has more than the 100 parts allowed.");
  }

  @Test
  void headersWithoutEndAreRefusedInAnyPart() {
    String endless = "--aab\r\nContent-Disposition: " + "x".repeat(20_000);
    for (String form : new String[] {endless, PART + "a-aa-a--aa\r\n" + endless}) {
      assertThatThrownBy(() -> read(form))
          .isInstanceOf(BadRequestException.class)
          .hasMessage("The headers of a part of the form are longer than the 16384 bytes allowed.");
    }
  }

  @Test
  void aDelimiterThatBeginsInsideOfItselfIsFound() {
    assertThatThrownBy(() -> read("---aab" + "x".repeat(20_000)))
        .isInstanceOf(BadRequestException.class);
  }
}
