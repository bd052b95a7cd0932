// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

/** The answer to a change that has nothing to tell: {@code {}}. */
public record Done() {}
