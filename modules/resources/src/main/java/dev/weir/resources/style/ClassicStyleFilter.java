// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.style;

import dev.weir.model.Printable;
import dev.weir.model.ProblemKind;
import dev.weir.resources.wire.FilterOrder;
import dev.weir.resources.wire.ProblemException;
import dev.weir.resources.wire.SkippedByHotAnswers;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Determines the style of the answer. A header or a query parameter overrides the configured style.
 */
@PreMatching
@Priority(FilterOrder.STYLE)
@SkippedByHotAnswers
public final class ClassicStyleFilter implements ContainerRequestFilter {
  /** The header for the style of errors; the query parameter is {@code weir-errors}. */
  public static final String ERRORS = "Weir-Classic-Errors";

  /** The header for the style of accumulators; the query parameter is {@code weir-accumulators}. */
  public static final String ACCUMULATORS = "Weir-Classic-Accumulators";

  private static final String ERRORS_PARAMETER = "weir-errors";
  private static final String ACCUMULATORS_PARAMETER = "weir-accumulators";
  private static final String STYLE = ClassicStyleFilter.class.getName() + ".style";

  private final ClassicStyle configured;

  @Inject
  public ClassicStyleFilter(ClassicStyle configured) {
    this.configured = configured;
  }

  /** The style of the answer; {@code otherwise} if this filter has not determined it yet. */
  static ClassicStyle of(ContainerRequestContext request, ClassicStyle otherwise) {
    return request.getProperty(STYLE) instanceof ClassicStyle found ? found : otherwise;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(
        STYLE,
        new ClassicStyle(
            asked(
                request,
                ERRORS,
                ERRORS_PARAMETER,
                ClassicStyle.Errors.values(),
                ClassicStyle.Errors::text,
                configured.errors()),
            asked(
                request,
                ACCUMULATORS,
                ACCUMULATORS_PARAMETER,
                ClassicStyle.Accumulators.values(),
                ClassicStyle.Accumulators::text,
                configured.accumulators())));
  }

  /** The query overrides the header: a proxy may add the header to every request. */
  private static <T> T asked(
      ContainerRequestContext request,
      String header,
      String parameter,
      T[] styles,
      Function<T, String> text,
      T configured) {
    String inQuery = request.getUriInfo().getQueryParameters(false).getFirst(parameter);
    String inHeader = request.getHeaderString(header);
    if (inQuery != null) {
      return named(parameter, inQuery, styles, text);
    }
    return inHeader == null ? configured : named(header, inHeader, styles, text);
  }

  private static <T> T named(String where, String wanted, T[] styles, Function<T, String> text) {
    return Arrays.stream(styles)
        .filter(style -> text.apply(style).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.MALFORMED_PARAMETER,
                    where
                        + " is '"
                        + Printable.of(wanted)
                        + "': it must be "
                        + Arrays.stream(styles).map(text).collect(Collectors.joining(" or "))
                        + "."));
  }
}
