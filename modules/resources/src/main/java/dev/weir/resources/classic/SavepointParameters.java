// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.classic;

import dev.weir.flink.SavepointOptions;
import dev.weir.model.ProblemKind;
import dev.weir.resources.change.ChangeBody;
import dev.weir.resources.change.Option;
import dev.weir.resources.change.Options;
import dev.weir.resources.change.Takes;
import dev.weir.resources.wire.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a job is to be stopped or cancelled with a savepoint, as a caller says it. */
final class SavepointParameters {
  private static final List<String> FORMATS = List.of("CANONICAL", "NATIVE");

  private SavepointParameters() {}

  /** Of a stop. */
  @Takes({Option.TARGET_DIRECTORY, Option.DRAIN, Option.FORMAT_TYPE, Option.TRIGGER_ID})
  public static final class OfStop {
    private final UriInfo uri;

    /** Those of a query. */
    public OfStop(@Context UriInfo uri) {
      this.uri = uri;
    }

    SavepointOptions toOptions(ChangeBody body) {
      Options options = new Options(OfStop.class, uri.getQueryParameters(), body);
      return new SavepointOptions(
          options.text(Option.TARGET_DIRECTORY),
          Boolean.TRUE.equals(options.flag(Option.DRAIN)),
          options.word(Option.FORMAT_TYPE, FORMATS),
          options.id(Option.TRIGGER_ID));
    }
  }

  /** Of a cancel-with-savepoint. */
  @Takes({Option.TARGET_DIRECTORY, Option.FORMAT_TYPE, Option.CANCEL_JOB})
  public static final class OfCancel {
    private final UriInfo uri;

    /** Those of a query. */
    public OfCancel(@Context UriInfo uri) {
      this.uri = uri;
    }

    /** With the directory of the path; null for none. */
    SavepointOptions toOptions(@Nullable String directory, ChangeBody body) {
      Options options = new Options(OfCancel.class, uri.getQueryParameters(), body);
      if (Boolean.FALSE.equals(options.flag(Option.CANCEL_JOB))) {
        throw new ProblemException(
            ProblemKind.MALFORMED_PARAMETER,
            "cancelJob is false: a cancel-with-savepoint ends the job in any case.");
      }
      String other = options.text(Option.TARGET_DIRECTORY);
      if (directory != null && other != null && !directory.equals(other)) {
        throw new ProblemException(
            ProblemKind.MALFORMED_PARAMETER,
            "The directory in the path and targetDirectory are not the same.");
      }
      return new SavepointOptions(
          directory == null ? other : directory,
          false,
          options.word(Option.FORMAT_TYPE, FORMATS),
          null);
    }
  }

  /** Of a cancel, which takes nothing. */
  @Takes({})
  public static final class OfPlainCancel {
    private final UriInfo uri;

    /** Those of a query. */
    public OfPlainCancel(@Context UriInfo uri) {
      this.uri = uri;
    }

    /** Refuses what would make it another request. */
    void require(ChangeBody body) {
      Options unused = new Options(OfPlainCancel.class, uri.getQueryParameters(), body);
    }
  }
}
