// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.model.Metric;
import dev.weir.resources.access.Requires;
import dev.weir.resources.change.Takes;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code serves, as far as it is compared with the description of the API. */
final class ApiCode {
  private static final Pattern ALTERNATIVES = Pattern.compile("\\{\\w+:([\\w-]+(?:\\|[\\w-]+)+)}");

  private ApiCode() {}

  /** Each operation, such as {@code GET /jobs}, with its parameters, such as {@code path jobid}. */
  static Map<String, Set<String>> operations() {
    return ofEach(new ClassicApi().classes(), ApiCode::parameters);
  }

  /**
   * Each operation with the access level that it declares; {@code none} where it does not, {@code
   * public} where anybody may call it.
   */
  static Map<String, String> accessLevels() {
    return accessLevels(new ClassicApi().classes());
  }

  static Map<String, String> accessLevels(Set<Class<?>> classes) {
    return ofEach(
        classes,
        method -> {
          Requires requires = method.getAnnotation(Requires.class);
          if (requires == null && method.isAnnotationPresent(PermitAll.class)) {
            return "public";
          }
          return requires == null ? "none" : requires.value().label();
        });
  }

  private static <T> Map<String, T> ofEach(Set<Class<?>> classes, Function<Method, T> what) {
    Map<String, T> operations = new TreeMap<>();
    for (Class<?> resource : classes) {
      if (resource.isAnnotationPresent(Path.class)) {
        for (Method method : resource.getMethods()) {
          paths(resource, method).forEach(path -> operations.put(path, what.apply(method)));
        }
      }
    }
    return operations;
  }

  private static Stream<String> paths(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        ("/" + resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value()))
            .replaceAll("/+", "/")
            .replaceAll("(?<=.)/$", "");
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .flatMap(verb -> expanded(path).map(each -> verb.value() + " " + each));
  }

  /** One path for each alternative; what else a variable has to match is the parameter's matter. */
  private static Stream<String> expanded(String path) {
    Matcher matcher = ALTERNATIVES.matcher(path);
    return matcher.find()
        ? Arrays.stream(matcher.group(1).split("\\|", -1)).map(matcher::replaceFirst)
        : Stream.of(path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"));
  }

  private static Set<String> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(
            parameter ->
                parameter.isAnnotationPresent(BeanParam.class)
                    ? ofBean(parameter.getType())
                    : named(parameter))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ofBean(Class<?> bean) {
    Takes takes = bean.getAnnotation(Takes.class);
    return takes == null
        ? Arrays.stream(bean.getConstructors()[0].getParameters()).flatMap(ApiCode::named)
        : Arrays.stream(takes.value())
            .flatMap(option -> option.inQuery().stream())
            .map(name -> "query " + name);
  }

  private static Stream<String> named(Parameter parameter) {
    PathParam path = parameter.getAnnotation(PathParam.class);
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
    if (path != null) {
      return Stream.of("path " + path.value());
    }
    if (header != null) {
      return Stream.of("header " + header.value());
    }
    return query == null ? Stream.empty() : Stream.of("query " + query.value());
  }

  /** Each record of the model that is an object in JSON, with its properties. */
  static Map<String, Map<String, String>> objects() {
    return model()
        .filter(Class::isRecord)
        .filter(type -> !isIdentifier(type))
        .collect(
            Collectors.toMap(
                Class::getSimpleName, ApiCode::properties, (one, other) -> one, TreeMap::new));
  }

  private static boolean isIdentifier(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1 && components[0].getName().equals("value");
  }

  private static Map<String, String> properties(Class<?> type) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      properties.put(
          renamed == null ? component.getName() : renamed.value(),
          JsonTypes.of(component.getGenericType())
              + (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                  ? ", optional"
                  : ""));
    }
    return properties;
  }

  private static Stream<Class<?>> model() {
    try {
      java.nio.file.Path place =
          java.nio.file.Path.of(
              Metric.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return classesIn(place).stream();
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return classesIn(jar.getPath("/")).stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> classesIn(java.nio.file.Path root) throws IOException {
    String folder = Metric.class.getPackageName().replace('.', '/');
    try (Stream<java.nio.file.Path> files = Files.walk(root.resolve(folder))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.matches("[\\w/]+(?<!package-info)\\.class"))
          .<Class<?>>map(ApiCode::named)
          .toList();
    }
  }

  private static Class<?> named(String file) {
    try {
      return Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
