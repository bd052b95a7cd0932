// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.resources.wire.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
  private static final String PART =
      "--aab\r\nContent-Disposition: form-data; name=\"a\"\r\nX-More: b\r\n\r\n";
  private static final String END = "\r\n--aab--\r\n";

  /** So many bytes at a time, as a slow client's arrive. */
  private record Arriving(int bytes) {
    MultipartForm form(String text) {
      return new MultipartForm(
          new ByteArrayInputStream(text.getBytes(ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
              return super.read(into, offset, Math.min(length, bytes));
            }
          },
          "aab");
    }

    List<String> contents(String text) throws IOException {
      MultipartForm form = form(text);
      List<String> contents = new ArrayList<>();
      while (form.nextPart()) {
        contents.add(form.headers().get("x-more"));
        if (contents.size() < 2) {
          // The content of one alone; others are read with it.
          byte[] some = new byte[3];
          InputStream content = form.content();
          int read = content.readNBytes(some, 0, 3);
          contents.add(new String(some, 0, read, ISO_8859_1));
        }
      }
      return contents;
    }

    String content(String text) throws IOException {
      MultipartForm form = form(text);
      assertThat(form.nextPart()).isTrue();
      return new String(form.content().readAllBytes(), ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1 << 16})
  void aFormIsTheSameHoweverItArrives(int bytes) throws IOException {
    Arriving arriving = new Arriving(bytes);
    String tricky = "\r\n--aa\r\n--aa\r\r\n-\r\n--aaX\n--aab\r";

    assertThat(arriving.content(PART + tricky + END)).isEqualTo(tricky);
    assertThat(arriving.content("before\r\n" + PART + "" + END + "after")).isEmpty();
    assertThat(arriving.content(PART + "x".repeat(200_000) + END)).hasSize(200_000);
    assertThat(arriving.contents(PART + "one\r\n" + PART + "two" + END))
        .containsExactly("b", "one", "b");
    assertThat(arriving.contents("--aab--")).isEmpty();
  }

  @Test
  void aFoldedHeaderIsOne() throws IOException {
    MultipartForm form =
        new Arriving(9).form("--aab  \r\nContent-Disposition: form-data;\r\n  x=y\n\nz" + END);

    assertThat(form.nextPart()).isTrue();
    assertThat(form.headers()).containsEntry("content-disposition", "form-data;  x=y");
  }

  /** Each of these was taken for the end of the headers by one reader and not by the other. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\r\r\n", "\r\r\r\n", " \r\n", "\r", "\t\r\n", ": \r\n"})
  void headersWithoutEndAreRefusedWhateverIsInThem(String almostAnEnd) {
    String endless = "--aab\r\nA: b\r\n" + almostAnEnd + "C: " + "x".repeat(20_000) + "\r\n\r\n";
    for (String form : new String[] {endless + END, PART + "a-aa-a\r\n" + endless + END}) {
      assertThatThrownBy(() -> new Arriving(1000).contents(form))
          .isInstanceOf(ProblemException.class)
          .hasMessageMatching(
              "The headers of a part of the form are longer than the 16384 bytes allowed\\.|"
                  + "A header of a part of the form has no colon\\.");
    }
  }

  @Test
  void moreThanAHundredPartsAreRefused() throws IOException {
    new Arriving(1000).content((PART + "\r\n").repeat(99) + PART + END);

    assertThatThrownBy(() -> new Arriving(1000).content((PART + "\r\n").repeat(101) + END))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The form has more than the 100 parts allowed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--aab", "--aab\r\n", PART, PART + "x\r\n--aab", PART + "x\r\n--aab\r\n"})
  void aFormWithoutEndIsRefused(String form) {
    assertThatThrownBy(() -> new Arriving(1000).content(form))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The form ends before its last boundary.");
  }

  @Test
  void whatFollowsABoundaryIsTheEndOfALine() {
    assertThatThrownBy(() -> new Arriving(1000).content(PART + "x\r\n--aabc\r\n" + END))
        .hasMessage("A boundary of the form is not followed by the end of a line.");
  }
}
