// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor.savepoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.flink.ClusterException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavepointDirectoriesTest {
  private final SavepointDirectories directories =
      new SavepointDirectories(List.of("s3://bucket/savepoints", "file:///data/sp/", "/plain"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://bucket/savepoints",
        "S3://Bucket/savepoints/",
        "s3://bucket//savepoints/./a/../b",
        "s3://bucket/x/../savepoints",
        "file:/data/sp",
        "file:///data/sp/a b;c=d",
        "/plain/a"
      })
  void whatIsBelowOneIsAllowed(String directory) {
    directories.require(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "savepoints",
        "s3://bucket",
        "s3://bucket/",
        "s3://bucket/savepoints2",
        "s3://bucket/savepoints/..",
        "s3://bucket/savepoints/../x",
        "s3://bucket/savepoints/%2e%2e/x",
        "s3://bucket/savepoints/%252e%252e/x",
        "s3://bucket/savepoints/..\\x",
        "s3://bucket/Savepoints",
        "s3://bucket2/savepoints",
        "s3://key@bucket/savepoints",
        "s3:/bucket/savepoints",
        "s3a://bucket/savepoints",
        "hdfs://bucket/savepoints",
        "/data/sp",
        "file://host/data/sp",
        "file:data/sp",
        "//plain/a",
        "file:/plain",
        "/../etc"
      })
  void whatIsElsewhereIsNot(String directory) {
    assertThatThrownBy(() -> directories.require(directory))
        .isInstanceOf(ClusterException.class)
        .hasMessageEndingWith(
            "' is not in weir.savepoints.directories, so no savepoint may go there.");
  }

  @Test
  void theDefaultOfTheClusterIsAlwaysAllowedAndAnyWithoutAList() {
    directories.require(null);
    new SavepointDirectories(List.of()).require("anything");
  }

  @Test
  void whatIsRelativeCannotBeAllowed() {
    assertThat(SavepointDirectories.isOne("savepoints")).isFalse();
    assertThat(SavepointDirectories.isOne("s3://bucket/x")).isTrue();
  }
}
