// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.server.settings.keys.ClusterKeys;
import dev.weir.server.settings.keys.Setting;
import dev.weir.server.settings.keys.SettingKeys;
import dev.weir.server.settings.sources.SettingsException;
import dev.weir.server.settings.sources.SettingsSources;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every setting is by default, and that something reads it. The defaults: configuration.md.
 */
class SettingsDefaultsTest {
  private static final Path MODULES = Path.of("..");
  private static final Path KEYS = Path.of("src/main/java/dev/weir/server/settings/keys");
  private static final Set<String> NO_SETTINGS =
      Set.of("values", "clusters", "flinkConfiguration", "given", "remarks");

  private static Settings defaults() throws SettingsException {
    return SettingsResolver.resolve(new SettingsSources(List.of(), Map.of(), Map.of()));
  }

  @Test
  void withNothingGivenEverySettingHasItsDefault() throws SettingsException {
    Settings settings = defaults();

    assertThat(SettingKeys.all())
        .allSatisfy(
            setting -> assertThat(settings.optional(setting)).isEqualTo(byDefault(setting)));
    assertThat(settings.given()).isEmpty();
    assertThat(settings.remarks()).isEmpty();
  }

  private static <T> Optional<?> byDefault(Setting<T> setting) {
    return setting.defaultText().map(text -> setting.type().parse(text).orElseThrow());
  }

  @Test
  void whatDependsOnThePlaceIsSafeByDefault() throws SettingsException {
    Settings settings = defaults();

    assertThat(settings.clusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.name().value()).isEqualTo("embedded");
              assertThat(cluster.embedded()).isTrue();
            });
    assertThat(settings.server().bind()).isEqualTo("127.0.0.1");
    assertThat(settings.submission().enabled()).isTrue();
    assertThat(settings.security().mode()).isEmpty();
    assertThat(settings.server().tls()).isEmpty();
    assertThat(settings.server().limits().maxUnsentBytes())
        .isEqualTo(Runtime.getRuntime().maxMemory() / 8);
  }

  @Test
  void everyPartOfTheSettingsFollowsASetting() throws SettingsException {
    Map<String, Object> byDefault = leaves(defaults());
    Map<String, Object> given =
        leaves(SettingsResolver.resolve(SettingsSources.of(Samples.texts())));

    assertThat(byDefault)
        .hasSizeGreaterThan(30)
        .allSatisfy((part, value) -> assertThat(given.get(part)).as(part).isNotEqualTo(value));
  }

  /** The components of the records in records, by their names. */
  private static Map<String, Object> leaves(Settings settings) {
    Map<String, Object> leaves = new LinkedHashMap<>();
    add("", settings, leaves);
    leaves.keySet().removeIf(name -> NO_SETTINGS.contains(name.replaceFirst("\\..*", "")));
    return leaves;
  }

  private static void add(String prefix, Object value, Map<String, Object> leaves) {
    if (!(value instanceof Record)) {
      leaves.put(prefix, value);
      return;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = prefix.isEmpty() ? component.getName() : prefix + "." + component.getName();
      try {
        add(name, component.getAccessor().invoke(value), leaves);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(name, e);
      }
    }
  }

  @Test
  void everySettingRegistersItselfAndIsReadSomewhere() throws IOException {
    String code = code();
    List<Setting<?>> registered =
        Stream.concat(SettingKeys.all().stream(), ClusterKeys.all().stream()).toList();

    for (String constant : constants()) {
      assertThat(registered).as(constant).contains(setting(constant));
      assertThat(contains(code, constant) || groupHandsOut(constant))
          .as("whether anything reads " + constant)
          .isTrue();
    }
  }

  private static boolean contains(String code, String constant) {
    return Pattern.compile("\\b" + Pattern.quote(constant) + "\\b").matcher(code).find();
  }

  /** As {@code AccessKeys} does by the level. */
  private static boolean groupHandsOut(String constant) {
    String group = text(KEYS.resolve(constant.replaceFirst("\\..*", ".java")));
    return group.split("\\b" + constant.replaceFirst(".*\\.", "") + "\\b", -1).length > 2;
  }

  /** Such as {@code HttpKeys.H2C}. */
  private static List<String> constants() {
    List<String> constants = new ArrayList<>();
    for (Class<?> group : groups()) {
      for (Field field : group.getDeclaredFields()) {
        if (Modifier.isPublic(field.getModifiers()) && field.getType().equals(Setting.class)) {
          constants.add(group.getSimpleName() + "." + field.getName());
        }
      }
    }
    assertThat(constants).hasSizeGreaterThan(100);
    return constants;
  }

  private static List<Class<?>> groups() {
    try (Stream<Path> files = Files.list(KEYS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Keys.java"))
          .<Class<?>>map(name -> type(name.replace(".java", "")))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(SettingKeys.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Setting<?> setting(String constant) {
    int dot = constant.indexOf('.');
    try {
      return (Setting<?>)
          type(constant.substring(0, dot)).getField(constant.substring(dot + 1)).get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(constant, e);
    }
  }

  /** All that is not the declaration of settings. */
  private static String code() throws IOException {
    try (Stream<Path> files = Files.walk(MODULES)) {
      return files
          .filter(
              file ->
                  file.toString()
                      .matches(".*/(server|launcher|http|jobmanager)/src/main/.*\\.java"))
          .filter(file -> !file.toString().contains("/settings/keys/"))
          .map(SettingsDefaultsTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
