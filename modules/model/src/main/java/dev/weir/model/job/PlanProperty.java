// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

/**
 * One thing that the batch optimizer found out.
 *
 * @param name what it is
 * @param value what it found
 */
public record PlanProperty(String name, String value) {}
