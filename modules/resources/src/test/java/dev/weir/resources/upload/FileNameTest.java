// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "form-data; name=\"f\"; filename=\"a.jar\" | a.jar",
        "form-data; FileName=a.jar; name=f | a.jar",
        "form-data;filename = \"a;b=c.jar\" | a;b=c.jar",
        "form-data; filename=\"作业 отчёт.jar\" | 作业 отчёт.jar",
        "form-data; filename=\"a \\\"b\\\" \\\\.jar\" | a \"b\" \\.jar",
        "form-data; filename=\"C:\\x.jar\" | C:\\x.jar",
        "form-data; filename=\"_.jar\"; filename*=UTF-8''%e4%bd%9c%E4%b8%9a.jar | 作业.jar",
        "form-data; filename*=utf-8'de'%c3%9cber.jar; filename=x.jar | Über.jar",
        "form-data; filename*=iso-8859-1''%DCber.jar | Über.jar",
        "form-data; filename=a.jar; filename*=UTF-8''%e4%b | a.jar",
        "form-data; filename=a.jar; filename*=koi8-r''b.jar | a.jar",
        "form-data; filename=\"open.jar | open.jar",
        "; filename=\"a.jar\" | a.jar"
      })
  void theNameIsAsTheClientMeansIt(String disposition, String name) {
    assertThat(FileName.in(disposition)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "form-data",
        "form-data; name=\"x; filename=a.jar\"",
        "form-data; filename",
        "form-data; filename*=a.jar",
        "filename=a.jar"
      })
  void aPartWithoutANameHasNone(String disposition) {
    assertThat(FileName.in(disposition)).isEmpty();
  }

  @Test
  void aNameOfAnyLengthIsRead() {
    assertThat(FileName.in("form-data; filename=\"" + "\\\"".repeat(100_000) + "\"").orElseThrow())
        .hasSize(100_000);
  }
}
