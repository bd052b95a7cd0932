// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.testing.http2.ErrorCode.COMPRESSION_ERROR;

import dev.weir.testing.http2.Frame;
import dev.weir.testing.http2.HeaderBlock;
import dev.weir.testing.http2.Http2Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Blocks of headers in each form that RFC 7541 has, and in some that it has not. */
final class HpackCases {
  /** user-agent: h2spec, then x-test: h2spec, by the Huffman code or not. */
  private static final String KNOWN_HUFFMAN = "87b505b161cc5a93849c48aca4";

  private static final String KNOWN = "0a757365722d6167656e7406683273706563";
  private static final String NEW_HUFFMAN = "85f2b24a84ff849c48aca4";
  private static final String NEW = "06782d7465737406683273706563";

  private HpackCases() {}

  static List<SpecCase> all() {
    List<SpecCase> all = new ArrayList<>();
    all.addAll(taken());
    all.addAll(refused());
    return all;
  }

  private static HeaderBlock hex(String bytes) {
    return HeaderBlock.raw(HexFormat.of().parseHex(bytes));
  }

  private static SpecCase taken(String name, Function<Http2Connection, HeaderBlock> block) {
    return after(
        "HPACK 6",
        name,
        c -> {
          c.send(Frame.headers(1, true, block.apply(c)));
          Expect.answer(c, 1);
        });
  }

  private static SpecCase taken(String name, String bytes) {
    return taken(name, c -> c.request("GET", "/").and(hex(bytes)));
  }

  private static List<SpecCase> taken() {
    return List.of(
        taken("an indexed header of the static table", "ba"),
        taken("an indexed header of the dynamic table", "40" + NEW + "be"),
        taken("a literal that is indexed, known name, Huffman", "40" + KNOWN_HUFFMAN),
        taken("a literal that is indexed, known name", "40" + KNOWN),
        taken("a literal that is indexed, new name", "40" + NEW),
        taken("a literal that is indexed, new name, Huffman", "40" + NEW_HUFFMAN),
        taken("a literal that is not indexed, known name", "00" + KNOWN),
        taken("a literal that is not indexed, known name, Huffman", "00" + KNOWN_HUFFMAN),
        taken("a literal that is not indexed, new name", "00" + NEW),
        taken("a literal that is not indexed, new name, Huffman", "00" + NEW_HUFFMAN),
        taken("a literal that is never indexed, known name", "10" + KNOWN),
        taken("a literal that is never indexed, known name, Huffman", "10" + KNOWN_HUFFMAN),
        taken("a literal that is never indexed, new name", "10" + NEW),
        taken("a literal that is never indexed, new name, Huffman", "10" + NEW_HUFFMAN),
        taken("a change of the table's size", c -> hex("3f61").and(c.request("GET", "/"))),
        taken(
            "two changes of the table's size", c -> hex("3f613fe11f").and(c.request("GET", "/"))));
  }

  private static SpecCase refused(String section, String name, String bytes) {
    return after(
        "HPACK " + section,
        name,
        c -> {
          c.send(Frame.headers(1, true, c.request("GET", "/").and(hex(bytes))));
          Expect.connectionError(c, COMPRESSION_ERROR);
        });
  }

  private static List<SpecCase> refused() {
    return List.of(
        refused("2.3.3", "an index beyond the tables", "c6"),
        refused("2.3.3", "a name beyond the tables", "7f0700"),
        refused("2.3.3", "an index that is huge", "ffffffffff7f"),
        refused("4.2", "a change of the table's size at the end", "21"),
        refused("5.1", "an index that does not end", "0f" + "ff".repeat(50)),
        refused("5.2", "a length beyond the block", "007fffffffff07"),
        refused("5.2", "Huffman padding of more than 7 bits", "0085f2b24a84ff8449509fff"),
        refused("5.2", "Huffman padding of zeros", "0085f2b24a84ff83495090"),
        refused("5.2", "the end of all strings in Huffman code", "0085f2b24a84ff874951fffffffa7f"),
        refused("6.1", "index 0", "80"),
        after(
            "HPACK 6.3",
            "a table larger than the setting",
            c -> {
              // 2^30, where the default is 4096.
              HeaderBlock block = hex("3fe1ffffff03").and(c.request("GET", "/"));
              c.send(Frame.headers(1, true, block));
              Expect.connectionError(c, COMPRESSION_ERROR);
            }));
  }
}
