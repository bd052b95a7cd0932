// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import dev.weir.model.MalformedIdException;
import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.model.checkpoint.CheckpointId;
import dev.weir.model.cluster.TaskManagerId;
import dev.weir.model.clusters.ClusterName;
import dev.weir.model.jar.JarId;
import dev.weir.model.job.JobId;
import dev.weir.model.job.SavepointRequestId;
import dev.weir.model.vertex.AttemptNumber;
import dev.weir.model.vertex.SubtaskIndex;
import dev.weir.model.vertex.VertexId;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses identifiers in a path. A malformed one is answered with 400, before any cluster is asked.
 */
public final class IdentifierConverters implements ParamConverterProvider {
  /** Words in place of an id in newer Flink APIs, and the equivalent here. */
  private static final Map<Class<?>, Map<String, String>> NEWER =
      Map.of(
          JobId.class,
          Map.of(
              "overview", "/joboverview has all jobs here",
              "metrics", "/jobs/<jobid>/metrics has those of one job here"),
          TaskManagerId.class,
          Map.of("metrics", "/taskmanagers/<taskmanagerid>/metrics has those of one here"));

  private static final Map<Class<?>, Function<String, ?>> PARSERS =
      Map.of(
          ClusterName.class, ClusterName::new,
          JobId.class, JobId::parse,
          VertexId.class, VertexId::parse,
          TaskManagerId.class, TaskManagerId::parse,
          JarId.class, JarId::parse,
          SubtaskIndex.class, SubtaskIndex::parse,
          AttemptNumber.class, AttemptNumber::parse,
          CheckpointId.class, CheckpointId::parse,
          SavepointRequestId.class, SavepointRequestId::parse);

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, ?> parser = PARSERS.get(type);
    return parser == null ? null : new Converter<>(type, parser);
  }

  private record Converter<T>(Class<T> type, Function<String, ?> parser)
      implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      String here = NEWER.getOrDefault(type, Map.of()).get(text);
      if (here != null) {
        throw new ProblemException(
            ProblemKind.UNKNOWN_ADDRESS,
            "'" + text + "' is no id but of Flink's newer API: " + here + ".");
      }
      try {
        return type.cast(parser.apply(text));
      } catch (MalformedIdException e) {
        throw new ProblemException(ProblemKind.MALFORMED_PARAMETER, e.explanation(), e);
      } catch (RuntimeException e) {
        throw new ProblemException(
            ProblemKind.MALFORMED_PARAMETER, "'" + Printable.of(text) + "' is malformed.", e);
      }
    }

    @Override
    public String toString(T identifier) {
      return identifier.toString();
    }
  }
}
