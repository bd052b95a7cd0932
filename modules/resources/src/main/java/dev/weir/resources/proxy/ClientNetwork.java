// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.proxy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Whom limits and failed attempts count as one client: an address; of IPv6 the network of 64 bits,
 * all of which one machine may have.
 */
public final class ClientNetwork {
  private static final int NETWORK_BYTES = 8;

  /** Nothing else is asked of the operating system, which would look a name up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private ClientNetwork() {}

  /** Of an address as a text; what is none is itself. */
  public static String of(String address) {
    try {
      return LITERAL.matcher(address).matches() ? of(InetAddress.getByName(address)) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /** Of an address. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
        : address.getHostAddress();
  }
}
