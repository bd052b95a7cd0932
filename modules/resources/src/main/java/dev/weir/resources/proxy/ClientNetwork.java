// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The client for limits and failed attempts: an address, or for IPv6 its network of 64 bits. One
 * machine may have all addresses of such a network.
 */
public final class ClientNetwork {
  private static final int NETWORK_BYTES = 8;

  /** Only literals are parsed: the operating system would look a name up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private ClientNetwork() {}

  /** The client of an address as text; other text is returned unchanged. */
  public static String of(String address) {
    try {
      return LITERAL.matcher(address).matches() ? of(InetAddress.getByName(address)) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /** The client of an address. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
        : address.getHostAddress();
  }
}
