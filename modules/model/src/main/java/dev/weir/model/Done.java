// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

/** The empty answer to a change: {@code {}}. */
public record Done() {}
