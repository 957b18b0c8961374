package org.ketamineregistry.cli.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a file as bytes, so that each keeps what is wrong with its encoding. */
final class Lines {
  private Lines() {}

  static List<byte[]> of(byte[] body) {
    var lines = new ArrayList<byte[]>();
    int start = 0;
    for (int i = 0; i <= body.length; i++) {
      if (i == body.length || body[i] == '\n') {
        int end = i > start && body[i - 1] == '\r' ? i - 1 : i;
        lines.add(Arrays.copyOfRange(body, start, end));
        start = i + 1;
      }
    }
    return lines;
  }
}
