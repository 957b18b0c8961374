package org.ketamineregistry.consent;

import java.util.EnumSet;
import java.util.Set;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;

/**
 * For what a record is read, and by whom.
 *
 * @param purposes what the data is wanted for; one of them is enough, none permits nothing
 * @param byItsClinic whether the reader speaks for the clinic that submitted the record
 */
public record Reading(Set<Purpose> purposes, boolean byItsClinic) {
  /** Whoever sits at a developer's own machine is clinic, steward and drug safety in one. */
  private static final Set<Purpose> OF_OPEN_MODE =
      Set.copyOf(EnumSet.of(Purpose.TREATMENT, Purpose.PUBLIC_HEALTH, Purpose.PATIENT_SAFETY));

  public Reading {
    purposes = Set.copyOf(purposes);
  }

  /**
   * How a caller reads. In open mode consent is enforced all the same, for every purpose that does
   * not need the patient's permission.
   *
   * @param byItsClinic whether the caller speaks for the record's clinic
   */
  public static Reading by(Caller caller, boolean byItsClinic) {
    if (caller.role() == Role.OPEN) {
      return new Reading(OF_OPEN_MODE, true);
    }
    Purpose purpose = caller.purpose();
    return new Reading(purpose == null ? Set.of() : Set.of(purpose), byItsClinic);
  }
}
