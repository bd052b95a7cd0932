// SPDX-License-Identifier: Apache-2.0
/** An example of the DataSet API, which Flink had up to 1.20 and which runs on any Flink 1.x. */
@NullMarked
package dev.weir.examples.dataset;

import org.jspecify.annotations.NullMarked;
