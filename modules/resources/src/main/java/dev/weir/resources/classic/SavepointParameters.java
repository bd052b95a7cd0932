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

/** The options for stopping or cancelling a job with a savepoint. */
final class SavepointParameters {
  private static final List<String> FORMATS = List.of("CANONICAL", "NATIVE");

  private SavepointParameters() {}

  /** The options of a stop. */
  @Takes({Option.TARGET_DIRECTORY, Option.DRAIN, Option.FORMAT_TYPE, Option.TRIGGER_ID})
  public static final class OfStop {
    private final UriInfo uri;

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

  /** The options of a cancel-with-savepoint. */
  @Takes({Option.TARGET_DIRECTORY, Option.FORMAT_TYPE, Option.CANCEL_JOB})
  public static final class OfCancel {
    private final UriInfo uri;

    public OfCancel(@Context UriInfo uri) {
      this.uri = uri;
    }

    /**
     * The options.
     *
     * @param directory the directory in the path; null if there is none
     */
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

  /** The options of a cancel: none. */
  @Takes({})
  public static final class OfPlainCancel {
    private final UriInfo uri;

    public OfPlainCancel(@Context UriInfo uri) {
      this.uri = uri;
    }

    /** Rejects options of other requests. */
    void require(ChangeBody body) {
      Options unused = new Options(OfPlainCancel.class, uri.getQueryParameters(), body);
    }
  }
}
