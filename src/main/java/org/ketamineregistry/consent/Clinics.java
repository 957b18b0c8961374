package org.ketamineregistry.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.consent.Records.Known;
import org.ketamineregistry.ingest.BusinessIdentifier;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** The clinic that a caller speaks for, as the registry knows it. */
public final class Clinics {
  private static final String ORGANIZATION = "Organization";

  private final Records records;

  public Clinics(Records records) {
    this.records = records;
  }

  /**
   * The registry's id of the clinic that the caller speaks for; empty for a caller who speaks for
   * none.
   *
   * @throws Refused 403 where the token names a clinic that the registry does not know
   */
  public Optional<String> of(Caller caller) {
    String clinic = caller.clinic();
    if (clinic == null) {
      return Optional.empty();
    }
    int bar = clinic.indexOf('|');
    var identifier =
        new BusinessIdentifier(
            ORGANIZATION, clinic.substring(0, Math.max(bar, 0)), clinic.substring(bar + 1));
    List<Known> found =
        records.byIdentifier(Set.of(identifier)).getOrDefault(identifier, List.of());
    return Optional.of(
        found.stream()
            .filter(known -> known.owner().equals(Records.REGISTRY))
            .map(Known::id)
            .findFirst()
            .orElseThrow(Clinics::unknown));
  }

  private static Refused unknown() {
    return Refused.because(
        ErrorCode.CLINIC_NOT_YOURS,
        "The token speaks for a clinic that the registry has not registered. Ask the registry to"
            + " register the clinic, with the identifier that the token has in its claim clinic.");
  }
}
