package org.ketamineregistry.server;

import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;

/** What the patient of a clinic decides about sharing after the first consultation. */
final class Decision {
  private static final String PROVISION = "/entry/3/resource/provision/provision/";

  private Decision() {}

  /** Holding records in the national registry, permitted or denied. */
  static Draft aboutHolding(Ehr ehr, String type, String when) {
    return of(ehr, 0, type, when);
  }

  /** Giving records to research, permitted or denied; holding stays permitted. */
  static Draft aboutResearch(Ehr ehr, String type, String when) {
    return of(ehr, 3, type, when);
  }

  private static Draft of(Ehr ehr, int provision, String type, String when) {
    return ehr.consultation()
        .withText("/identifier/value", type + " " + provision + " of " + when)
        .withText(PROVISION + provision + "/type", type)
        .withText("/entry/3/resource/dateTime", when)
        .without("/entry/1")
        .without("/entry/1");
  }
}
