// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.job;

/**
 * One property found by the batch optimizer.
 *
 * @param name name of the property
 * @param value its value
 */
public record PlanProperty(String name, String value) {}
