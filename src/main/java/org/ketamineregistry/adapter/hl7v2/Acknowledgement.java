package org.ketamineregistry.adapter.hl7v2;

import java.util.List;
import org.ketamineregistry.adapter.Fault;

/**
 * What became of a message (v2.5.1, 2.9.2).
 *
 * @param code of table 0008
 * @param faults why it was not accepted; empty otherwise
 */
public record Acknowledgement(Code code, List<Fault> faults) {
  /** The codes of the original mode. */
  public enum Code {
    /** It is stored, or was already, or is passed over as configured. */
    AA,
    /** Nothing of it is stored: it lacks something, or the registry refused it. */
    AE,
    /** It is no message that is taken here. */
    AR
  }

  public Acknowledgement {
    faults = List.copyOf(faults);
  }

  static Acknowledgement accepted() {
    return new Acknowledgement(Code.AA, List.of());
  }

  static Acknowledgement refused(List<Fault> faults) {
    return new Acknowledgement(Code.AE, faults);
  }

  static Acknowledgement rejected(Fault fault) {
    return new Acknowledgement(Code.AR, List.of(fault));
  }
}
