// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.testing.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as the same shape. */
class ShapeComparerTest {
  private static final String ID = "cbc357ccb763df2852fee8c4fc7d55f2";

  @Test
  void moreFieldsAreNoViolation() {
    assertThat(compare("{'a':1}", "{'b':true,'a':2}")).isEmpty();
  }

  @Test
  void aFieldThatIsMissingIsOne() {
    assertThat(compare("{'a':{'b':1}}", "{'a':{}}")).containsExactly("/a/b");
  }

  @Test
  void everyOtherTypeIsOne() {
    for (String other : List.of("'1'", "null", "true", "[]", "{}", "1.5")) {
      assertThat(compare("{'a':1}", "{'a':" + other + "}")).as(other).containsExactly("/a");
    }
  }

  @Test
  void aWholeNumberWillDoWhereAnyNumberIsExpected() {
    assertThat(compare("{'ratio':0.5}", "{'ratio':1}")).isEmpty();
  }

  @Test
  void everyElementMustLookLikeOneOfTheReference() {
    String nodes = "[{'id':'x','inputs':[]},{'id':'y'}]";
    assertThat(compare(nodes, "[{'id':'1'},{'id':'2','inputs':[]},{'id':'3'}]")).isEmpty();
    assertThat(compare(nodes, "[{'id':1},{'id':'2','inputs':[]},{'id':'3'}]"))
        .containsExactly("/0/id");
  }

  @Test
  void everyElementOfTheReferenceMustBeLookedLike() {
    assertThat(compare("[{'id':'x','inputs':[]},{'id':'y'}]", "[{'id':'1'}]")).containsExactly("");
    assertThat(compare("{'list':[1]}", "{'list':[]}")).containsExactly("/list");
  }

  @Test
  void anEmptyArrayInTheReferenceSaysNothingOfElements() {
    assertThat(compare("[]", "[1,'a']")).isEmpty();
  }

  @Test
  void anObjectWithIdsForKeysIsComparedByItsValues() {
    String other = ID.replace('c', 'd');
    assertThat(compare("{'" + ID + "':{'n':1}}", "{'" + other + "':{'n':2}}")).isEmpty();
    assertThat(compare("{'" + ID + "':{'n':1}}", "{'" + other + "':{}}")).isNotEmpty();
    assertThat(compare("{'" + ID + "':{'n':1}}", "{'source':{'n':1}}")).containsExactly("/source");
  }

  @Test
  void elementsThatDifferOnlyAsChosenLookAlike() {
    ShapeComparer comparer = new ShapeComparer(violation -> violation.at().endsWith("/gone"));
    assertThat(comparer.compare(json("[{'a':1,'gone':{}}]"), json("[{'a':2}]")))
        .extracting(Violation::at)
        .containsExactly("/0/gone");
  }

  private static List<String> compare(String reference, String live) {
    return new ShapeComparer(violation -> false)
        .compare(json(reference), json(live)).stream().map(Violation::at).toList();
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
