// SPDX-License-Identifier: Apache-2.0
package dev.weir.resources.wire;

import jakarta.ws.rs.Priorities;

/**
 * The order of all filters: the values of their {@code @Priority}, ascending.
 *
 * <p>JAX-RS runs request filters upwards, and response filters downwards. Request filters before
 * matching run before all those after it. Filters of the same value run in any order.
 */
public final class FilterOrder {
  /** Responses: keeps a finished answer, after every other filter. */
  public static final int KEEP = 0;

  /** Requests, before matching: normalizes the path, before anything looks at it. */
  public static final int PATH = 100;

  /** Requests, before matching: the address that the client knows, behind a trusted proxy. */
  public static final int FORWARDED = 200;

  /** Requests, before matching: the style of the answer, and of errors in later filters. */
  public static final int STYLE = 300;

  /** Requests, before matching: rejects names that are not this server's, before any login. */
  public static final int HOST = Priorities.AUTHENTICATION - 100;

  /** Requests, before matching: authenticates the caller, before anything reveals what exists. */
  public static final int AUTHENTICATION = Priorities.AUTHENTICATION;

  /** Requests: finds the route of Flink's API, which says what access level it needs. */
  public static final int ROUTE = Priorities.AUTHORIZATION - 100;

  /** Requests: rejects callers below the access level of the method. */
  public static final int ACCESS = Priorities.AUTHORIZATION;

  /** Requests: rejects HEAD where GET changes something. */
  public static final int SAFE_HEAD = Priorities.AUTHORIZATION + 100;

  /** Requests: bounds the body, before anything reads it. */
  public static final int BODY_LIMIT = Priorities.HEADER_DECORATOR;

  /**
   * Responses: turns entities into bytes; every filter that changes an entity has a higher value.
   */
  public static final int BYTES = Priorities.ENTITY_CODER;

  /** Responses: puts the wording of Flink into problems, after the audit log has seen them. */
  public static final int CLASSIC = Priorities.ENTITY_CODER + 100;

  /** Both: filters that depend on no other one of this value. */
  public static final int ORDINARY = Priorities.USER;

  /** Both: counts an upload and reserves its disk space, after everything that may reject it. */
  public static final int UPLOAD = Priorities.USER + 100;

  /** Both: writes the audit log, of requests that passed every check and of original outcomes. */
  public static final int AUDIT = Priorities.USER + 1000;

  /** Requests: asks the client for the body, once nothing rejects the request any more. */
  public static final int CONTINUE = Integer.MAX_VALUE;

  private FilterOrder() {}
}
