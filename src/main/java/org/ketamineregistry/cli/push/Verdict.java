package org.ketamineregistry.cli.push;

import java.util.List;

/**
 * What became of one file.
 *
 * @param status the HTTP status, 0 if the file was not even sent
 * @param issues why it was refused, empty if it was accepted
 */
record Verdict(String file, int status, List<Issue> issues) {

  static Verdict of(Payload payload, int status, String body) {
    if (status / 100 != 2) {
      List<Issue> told = Issue.read(body);
      return new Verdict(
          payload.name(),
          status,
          told.isEmpty() ? List.of(Issue.local("http", "The registry gave no reason.")) : told);
    }
    return new Verdict(payload.name(), status, payload.batch() ? Issue.readBatch(body) : List.of());
  }

  static Verdict unreadable(String file, String reason) {
    return new Verdict(file, 0, List.of(Issue.local("unreadable", reason)));
  }

  boolean accepted() {
    return status / 100 == 2 && issues.isEmpty();
  }
}
