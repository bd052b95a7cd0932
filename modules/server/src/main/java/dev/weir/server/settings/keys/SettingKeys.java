// SPDX-License-Identifier: Apache-2.0
package dev.weir.server.settings.keys;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting, in the order of help and documentation. */
public final class SettingKeys {
  private static final List<Setting<?>> ALL =
      Stream.of(
              ServerKeys.all(),
              SnapshotKeys.all(),
              UpstreamKeys.all(),
              UploadKeys.all(),
              SavepointKeys.all(),
              HttpKeys.all(),
              ProcessKeys.all(),
              TlsKeys.all(),
              SecurityKeys.all(),
              AccessKeys.all(),
              AuditKeys.all(),
              LogKeys.all(),
              ClassicKeys.all(),
              V1Keys.all(),
              EmbeddedKeys.all())
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private SettingKeys() {}

  /** Every setting. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  /** The setting of a key, also of a cluster's key; empty if there is none. */
  public static Optional<Setting<?>> find(String key) {
    return ALL.stream()
        .filter(setting -> setting.key().equals(key))
        .<Setting<?>>map(setting -> setting)
        .findFirst()
        .or(() -> ClusterKeys.find(key));
  }
}
