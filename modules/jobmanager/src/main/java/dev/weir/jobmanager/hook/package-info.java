// SPDX-License-Identifier: Apache-2.0
/**
 * What every process of Flink loads of Weir: a plugin that does nothing but in a JobManager. It is
 * compiled for Java 8, because Flink runs on that too, and a class that Flink cannot load would
 * hide other plugins.
 */
package dev.weir.jobmanager.hook;
