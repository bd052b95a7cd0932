// SPDX-License-Identifier: Apache-2.0
package dev.weir.monitor;

import dev.weir.flink.ClusterException;
import dev.weir.flink.ClusterException.Reason;
import dev.weir.flink.ClusterSource;
import dev.weir.flink.SavepointOperation;
import dev.weir.model.job.JobId;
import dev.weir.model.job.JobState;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The fake is what the real client is. */
class FakeClusterSourceTest {
  private final FakeClusterSource fake = new FakeClusterSource(new MovableClock());

  @Nested
  class Reads extends ClusterSourceContract {
    @Override
    ClusterSource source() {
      return fake;
    }

    @Override
    void has(String path, String body) {
      fake.flink().with(path, body);
    }

    @Override
    void goes() {
      fake.fails(new ClusterException(Reason.UNREACHABLE, "Nobody answers."));
    }

    @Override
    void comesBack() {
      fake.recovers();
    }
  }

  @Nested
  class Changes extends ClusterChangesContract {
    @Override
    ClusterSource source() {
      return fake;
    }

    @Override
    Path jar() {
      return Path.of("unused.jar");
    }

    @Override
    boolean isRunning(JobId job) {
      return fake.flink().state(job) == JobState.RUNNING;
    }

    @Override
    void savepointsMayEnd() {
      fake.flink().endSavepoints(new SavepointOperation.Completed("file:/savepoint-1"));
    }
  }
}
