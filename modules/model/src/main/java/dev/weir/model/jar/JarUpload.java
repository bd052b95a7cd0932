// SPDX-License-Identifier: Apache-2.0
package dev.weir.model.jar;

/**
 * The answer to {@code POST /jars/upload}.
 *
 * @param status always {@code success}
 * @param filename id of the program
 */
public record JarUpload(String status, JarId filename) {}
