// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.sources;

import dev.weir.server.settings.keys.AuditKeys;
import dev.weir.server.settings.keys.ServerKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The format of {@code config.yaml}: YAML 1.2, with keys nested or joined by dots. A list becomes
 * the text of a YAML flow sequence, as in Flink's own reader. A list of one of Weir's settings is
 * joined by commas or blanks.
 *
 * <p>A Flink key without a value is left out. If a Flink key is given twice, the last one counts.
 * Both cause a remark; for Weir's keys both are errors.
 */
final class ModernConf {
  private static final int DEEPEST = 50;

  /** Settings whose elements may contain commas. */
  private static final Set<String> BY_BLANKS =
      Set.of(ServerKeys.CLUSTER.key(), AuditKeys.MASKED_KEYS.key());

  private final LoadSettings settings =
      LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();
  private final Dump flow =
      new Dump(
          DumpSettings.builder()
              .setDefaultFlowStyle(FlowStyle.FLOW)
              .setSplitLines(false)
              .setSchema(new CoreSchema())
              .build());
  private final Map<String, ConfEntry> entries = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<SettingsException> problems = new ArrayList<>();
  private final String file;

  private ModernConf(String file) {
    this.file = file;
  }

  static FlinkConfFile parse(Path file, String text) throws SettingsException {
    ModernConf conf = new ModernConf(file.toString());
    try {
      Optional<Node> root = new Compose(conf.settings).composeString(text);
      if (root.isPresent() && !isEmpty(root.get())) {
        conf.addMapping("", root.get(), 0);
      }
    } catch (MarkedYamlEngineException e) {
      // Without the exception's message: it quotes the file, and the file may hold secrets.
      throw conf.malformed(e.getProblemMark().or(e::getContextMark), notYaml(e));
    } catch (YamlEngineException e) {
      throw new SettingsException(file + " is not YAML.");
    }
    return new FlinkConfFile(conf.file, conf.entries, conf.remarks, conf.problems);
  }

  /**
   * The text of one of Weir's settings in the configuration of a running Flink. Flink keeps a list
   * as the text of a YAML flow sequence.
   *
   * @param name name of the configuration in messages
   */
  static String text(String name, String key, String value) throws SettingsException {
    if (!value.startsWith("[") || !value.endsWith("]")) {
      return value;
    }
    ModernConf conf = new ModernConf(name);
    try {
      Optional<Node> root = new Compose(conf.settings).composeString(value);
      return root.isPresent() ? conf.text(key, root.get()) : value;
    } catch (YamlEngineException e) {
      return value;
    }
  }

  private void addMapping(String prefix, Node node, int depth) throws SettingsException {
    if (!(node instanceof MappingNode mapping)) {
      throw malformed(node.getStartMark(), "must be 'key: value' lines");
    }
    if (depth > DEEPEST) {
      throw malformed(node.getStartMark(), "is nested deeper than " + DEEPEST + " keys");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw malformed(tuple.getKeyNode().getStartMark(), "a key must be a plain text");
      }
      add(prefix + key.getValue(), key, tuple.getValueNode(), depth);
    }
  }

  private void add(String key, Node keyNode, Node value, int depth) throws SettingsException {
    if (value instanceof MappingNode) {
      addMapping(key + ".", value, depth + 1);
      return;
    }
    if (isEmpty(value)) {
      remark(key, keyNode, " has no value", "it is ignored");
      return;
    }
    int line = line(keyNode.getStartMark());
    ConfEntry earlier = entries.put(key, new ConfEntry(key, text(key, value), line));
    if (earlier != null) {
      remark(
          key, keyNode, " is given a second time, after line " + earlier.line(), "this line wins");
    }
  }

  private void remark(String key, Node node, String problem, String consequence) {
    if (FlinkConfFile.isOurs(key)) {
      problems.add(malformed(node.getStartMark(), key + problem));
    } else {
      String place = FlinkConfFile.place(file, line(node.getStartMark()));
      remarks.add(place + ": " + key + problem + "; " + consequence + ".");
    }
  }

  private String text(String key, Node value) throws SettingsException {
    if (value instanceof SequenceNode sequence) {
      if (FlinkConfFile.isOurs(key)) {
        return list(key, sequence);
      }
      Object list = new StandardConstructor(settings).constructSingleDocument(Optional.of(value));
      return flow.dumpToString(list).strip();
    }
    return ((ScalarNode) value).getValue();
  }

  /** A list of one of Weir's settings, as the text that the setting has on the command line. */
  private String list(String key, SequenceNode sequence) throws SettingsException {
    boolean byBlanks = BY_BLANKS.contains(key);
    List<String> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      if (!(element instanceof ScalarNode scalar) || isEmpty(element)) {
        throw malformed(element.getStartMark(), key + " must be a list of plain texts");
      }
      elements.add(byBlanks ? scalar.getValue() : quoted(scalar.getValue()));
    }
    if (elements.isEmpty()) {
      throw malformed(sequence.getStartMark(), key + " has no value");
    }
    return String.join(byBlanks ? " " : ", ", elements);
  }

  /** Quotes an element with a comma, because commas separate elements. */
  private static String quoted(String element) {
    if (!element.contains(",") || element.contains("\"")) {
      return element;
    }
    return element.startsWith("@") ? "@\"" + element.substring(1) + "\"" : "\"" + element + "\"";
  }

  private static String notYaml(MarkedYamlEngineException problem) {
    String context = problem.getContext() == null ? "" : problem.getContext() + ": ";
    return "is not YAML, " + context + problem.getProblem();
  }

  private static boolean isEmpty(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private SettingsException malformed(Optional<Mark> mark, String problem) {
    return new SettingsException(
        FlinkConfFile.place(file, line(mark)) + ": " + problem.replaceAll("\\s+", " ") + ".");
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}
