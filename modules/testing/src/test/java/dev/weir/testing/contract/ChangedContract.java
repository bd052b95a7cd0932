// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A copy of the description in which something has been changed. */
final class ChangedContract {
  private static final Contract CHECKED_IN = Contract.checkedIn();

  private final ObjectNode document;

  private ChangedContract(Contract contract) {
    this.document = contract.document().deepCopy();
  }

  static ChangedContract copy() {
    return copyOf(CHECKED_IN);
  }

  static ChangedContract copyOf(Contract contract) {
    return new ChangedContract(contract);
  }

  /** Changes the object at a JSON pointer. */
  ChangedContract at(String pointer, Consumer<ObjectNode> change) {
    JsonNode before = document.at(pointer).deepCopy();
    assertThat(before.isObject()).as("there is an object at %s", pointer).isTrue();
    change.accept((ObjectNode) document.at(pointer));
    assertThat(document.at(pointer)).as("what is at %s changes", pointer).isNotEqualTo(before);
    return this;
  }

  /** Removes an element of an array. */
  static void remove(ArrayNode array, String text) {
    for (int index = 0; index < array.size(); index++) {
      if (array.get(index).asText().equals(text)) {
        array.remove(index);
        return;
      }
    }
  }

  Contract contract() {
    return new Contract(document);
  }
}
