// SPDX-License-Identifier: Apache-2.0
package dev.weir.flink;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A JSON document in which one value is another, at each place; of a list the first two. */
final class OddValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int OF_A_LIST = 2;
  private static final String MISSING = "missing";

  private final JsonNode document;
  private final List<String> leaves = new ArrayList<>();
  private final List<String> all = new ArrayList<>();

  OddValues(JsonNode document) {
    this.document = document;
    collect(document, "");
  }

  private void collect(JsonNode node, String pointer) {
    if (!pointer.isEmpty()) {
      all.add(pointer);
    }
    if (node.isEmpty()) {
      leaves.add(pointer);
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(
                      field.getValue(),
                      pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1")));
    } else {
      for (int i = 0; i < Math.min(node.size(), OF_A_LIST); i++) {
        collect(node.get(i), pointer + "/" + i);
      }
    }
  }

  /** Where there is a value without parts. */
  List<String> places() {
    return leaves;
  }

  /** Where there is any. */
  List<String> allPlaces() {
    return all;
  }

  /** Whether there are several things at a place, of which not all may have been looked at. */
  boolean hasMore(String place) {
    return document.at(place).size() > 1;
  }

  /** The place and those that it is a part of. */
  List<String> leavesAbove(String place) {
    List<String> above = new ArrayList<>();
    for (int end = place.length(); end > 0; end = place.lastIndexOf('/', end - 1)) {
      above.add(place.substring(0, end));
    }
    return above;
  }

  /** The document with other ordinary values there: what that changes is made of it. */
  Stream<JsonNode> otherwise(String place) {
    JsonNode old = document.at(place);
    Stream<JsonNode> others =
        old.isNumber()
            ? Stream.of(NODES.numberNode(old.asLong() + 1), NODES.numberNode(12_345_678))
            : old.isTextual()
                ? Stream.of(NODES.textNode(old.asText() + "x"), NODES.textNode("other"))
                : old.isBoolean()
                    ? Stream.of(NODES.booleanNode(!old.asBoolean()))
                    : Stream.of(NODES.textNode("7"), NODES.numberNode(7));
    return others.map(other -> with(place, other));
  }

  /** The document with each odd value there, by what the value is. */
  Map<String, JsonNode> mutations(String place) {
    Map<String, JsonNode> odd = new LinkedHashMap<>();
    odd.put("null", NODES.nullNode());
    odd.put("a truth", NODES.booleanNode(true));
    odd.put("a number", NODES.numberNode(4));
    odd.put("a fraction", NODES.numberNode(0.5));
    odd.put("a text", NODES.textNode("text"));
    odd.put("an empty text", NODES.textNode(""));
    odd.put("an empty list", NODES.arrayNode());
    odd.put("an empty object", NODES.objectNode());
    odd.put("a list of nulls", NODES.arrayNode().addNull().addNull());
    odd.put("a list of lists", NODES.arrayNode().add(NODES.arrayNode().add(1)));
    odd.put("an object of nulls", NODES.objectNode().putNull("RUNNING"));
    odd.put("an object of objects", NODES.objectNode().set("a", NODES.objectNode().put("b", 1)));
    odd.put("more than an int", NODES.numberNode(3_000_000_000L));
    odd.put("the most", NODES.numberNode(Long.MAX_VALUE));
    odd.put("more than a long", NODES.numberNode(BigInteger.TEN.pow(30)));
    odd.put("a number of 2000 digits", NODES.numberNode(BigInteger.TEN.pow(2000)));
    odd.put("more than a double", NODES.textNode("1e999"));
    odd.put("an endless exponent", NODES.textNode("1e999999999"));
    odd.put("no number", NODES.numberNode(Double.NaN));
    odd.put("a long text", NODES.textNode("long ".repeat(2000)));
    odd.put("half of a pair", NODES.textNode("x\ud800y"));
    odd.put("control characters", NODES.textNode("\u0000\n\u001b[31m\u202e"));
    odd.put("markup", NODES.textNode("</script><b>\"'&{{7*7}}"));
    Map<String, JsonNode> documents = new LinkedHashMap<>();
    documents.put(MISSING, without(place));
    odd.forEach((what, value) -> documents.put(what, with(place, value)));
    return documents;
  }

  private JsonNode with(String place, JsonNode value) {
    JsonNode copy = document.deepCopy();
    JsonPointer pointer = JsonPointer.compile(place);
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.set(pointer.last().getMatchingProperty(), value);
    } else {
      ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), value);
    }
    return copy;
  }

  private JsonNode without(String place) {
    JsonNode copy = document.deepCopy();
    JsonPointer pointer = JsonPointer.compile(place);
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.remove(pointer.last().getMatchingProperty());
    } else {
      ((ArrayNode) parent).remove(pointer.last().getMatchingIndex());
    }
    return copy;
  }
}
