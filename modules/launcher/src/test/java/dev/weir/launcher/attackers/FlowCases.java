// SPDX-License-Identifier: Apache-2.0
package dev.weir.launcher.attackers;

import static dev.weir.launcher.attackers.SpecCase.after;
import static dev.weir.launcher.attackers.SpecCase.refused;
import static dev.weir.testing.http2.ErrorCode.FLOW_CONTROL_ERROR;
import static dev.weir.testing.http2.ErrorCode.FRAME_SIZE_ERROR;
import static dev.weir.testing.http2.ErrorCode.PROTOCOL_ERROR;

import dev.weir.testing.http2.Frame;
import java.util.ArrayList;
import java.util.List;

/** Sections 6.5 and 6.9: settings, and how much may be sent. */
final class FlowCases {
  private static final String DOCUMENT = "/clusters";
  private static final int UNKNOWN_SETTING = 0xFF;

  private FlowCases() {}

  static List<SpecCase> all() {
    List<SpecCase> all = new ArrayList<>();
    all.addAll(settings());
    all.addAll(windows());
    all.addAll(updates());
    return all;
  }

  private static List<SpecCase> settings() {
    return List.of(
        refused(
            "6.5",
            "SETTINGS that are an answer and say something",
            new Frame(Frame.SETTINGS, Frame.ACK, 0, new byte[1]),
            FRAME_SIZE_ERROR),
        refused(
            "6.5",
            "SETTINGS of a stream",
            new Frame(Frame.SETTINGS, 0, 1, new byte[] {0, 3, 0, 0, 0, 100}),
            PROTOCOL_ERROR),
        refused(
            "6.5",
            "SETTINGS of 3 bytes",
            new Frame(Frame.SETTINGS, 0, 0, new byte[] {0, 3, 0}),
            FRAME_SIZE_ERROR),
        refused("6.5.2", "ENABLE_PUSH of 2", Frame.settings(Frame.ENABLE_PUSH, 2), PROTOCOL_ERROR),
        refused(
            "6.5.2",
            "INITIAL_WINDOW_SIZE of 2 GiB",
            Frame.settings(Frame.INITIAL_WINDOW_SIZE, Integer.MIN_VALUE),
            FLOW_CONTROL_ERROR),
        refused(
            "6.5.2",
            "MAX_FRAME_SIZE below 16 KiB",
            Frame.settings(Frame.MAX_FRAME_SIZE, (1 << 14) - 1),
            PROTOCOL_ERROR),
        refused(
            "6.5.2",
            "MAX_FRAME_SIZE of 16 MiB",
            Frame.settings(Frame.MAX_FRAME_SIZE, 1 << 24),
            PROTOCOL_ERROR),
        after(
            "6.5.2",
            "a setting that nobody knows",
            c -> {
              c.send(Frame.settings(UNKNOWN_SETTING, 1), Frame.ping(8));
              Expect.pong(c, 8);
            }),
        new SpecCase(
            "6.5.3",
            "of two values the last counts",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 100, Frame.INITIAL_WINDOW_SIZE, 1);
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)));
              Expect.data(c, 1, 1);
            }),
        after(
            "6.5.3",
            "SETTINGS are answered",
            c -> {
              c.send(Frame.settings(Frame.ENABLE_PUSH, 0));
              Expect.settingsAck(c);
            }));
  }

  private static List<SpecCase> windows() {
    return List.of(
        new SpecCase(
            "6.9.1",
            "no more is sent than the window takes",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 1);
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)));
              Expect.data(c, 1, 1);
            }),
        after(
            "6.9.1",
            "a window of the connection beyond 2 GiB",
            c -> {
              c.send(
                  Frame.windowUpdate(0, Integer.MAX_VALUE),
                  Frame.windowUpdate(0, Integer.MAX_VALUE));
              Expect.connectionError(c, FLOW_CONTROL_ERROR);
            }),
        new SpecCase(
            "6.9.1",
            "a window of a stream beyond 2 GiB",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 1);
              c.send(
                  Frame.headers(1, false, c.request("POST", "/jars/upload")),
                  Frame.windowUpdate(1, Integer.MAX_VALUE),
                  Frame.windowUpdate(1, Integer.MAX_VALUE));
              Expect.streamError(c, FLOW_CONTROL_ERROR);
            }),
        new SpecCase(
            "6.9.2",
            "a window that opens by SETTINGS",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)));
              Expect.answer(c, 1);
              c.send(Frame.settings(Frame.INITIAL_WINDOW_SIZE, 1));
              Expect.data(c, 1, 1);
            }),
        new SpecCase(
            "6.9.2",
            "a window that becomes negative",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 3);
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)));
              Expect.data(c, 1, 3);
              c.send(Frame.settings(Frame.INITIAL_WINDOW_SIZE, 2));
              Expect.settingsAck(c);
              c.send(Frame.windowUpdate(1, 2));
              Expect.data(c, 1, 1);
            }),
        refused(
            "6.9.2",
            "a window beyond 2 GiB by SETTINGS",
            new Frame(Frame.SETTINGS, 0, 0, new byte[] {0, 4, (byte) 0x80, 0, 0, 0}),
            FLOW_CONTROL_ERROR));
  }

  private static List<SpecCase> updates() {
    return List.of(
        refused("6.9", "WINDOW_UPDATE by 0", Frame.windowUpdate(0, 0), PROTOCOL_ERROR),
        new SpecCase(
            "6.9",
            "WINDOW_UPDATE of a stream by 0",
            c -> {
              c.handshake(Frame.INITIAL_WINDOW_SIZE, 0);
              c.send(Frame.headers(1, true, c.request("GET", DOCUMENT)), Frame.windowUpdate(1, 0));
              Expect.streamError(c, PROTOCOL_ERROR);
            }),
        refused(
            "6.9",
            "WINDOW_UPDATE of 3 bytes",
            new Frame(Frame.WINDOW_UPDATE, 0, 0, new byte[] {0, 0, 1}),
            FRAME_SIZE_ERROR));
  }
}
