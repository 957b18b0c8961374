package org.ketamineregistry.icsr;

import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * Who sends reports to whom, and what the sender decided.
 *
 * @param sender the sender's identifier of N.1.3 and N.2.r.2
 * @param receiver the receiver's identifier of N.1.4 and N.2.r.3, which both agreed
 * @param organisation C.3.2
 * @param from who it is that sends
 * @param study whether the registry counts as an organised collection of data (C.1.3)
 * @param pseudonym whether the receiver may have the clinic's pseudonym of the patient (D.1.1.4)
 * @param now when the report is made
 */
public record Sending(
    String sender,
    String receiver,
    String organisation,
    From from,
    boolean study,
    boolean pseudonym,
    OffsetDateTime now) {

  /** Who sends, which decides when the report was first received (C.1.4). */
  public enum From {
    /** The clinic: received when somebody there first knew (C.3.1 is 3, a health professional). */
    CLINIC(3),
    /** The registry: received when it took the record (C.3.1 is 6, another organisation). */
    REGISTRY(6);

    private final int type;

    From(int type) {
      this.type = type;
    }

    int type() {
      return type;
    }
  }

  /** The registry's name in identifiers of cases, where a hyphen divides. */
  String name() {
    return sender.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
