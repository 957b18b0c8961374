package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;

/**
 * Distinct first sessions without end, for load: each bundle has eight records (patient, course,
 * session, administration, three blood pressures, dissociation), needs nothing but a registered
 * clinic, and is made anew from the seed and its number. Safe for use by many threads.
 */
public final class SessionStream {
  private static final int DAYS = 900;

  private final List<Clinic> clinics;
  private final Dice dice;

  private SessionStream(List<Clinic> clinics, Dice dice) {
    this.clinics = List.copyOf(clinics);
    this.dice = dice;
  }

  /**
   * A stream for clinics that the registry knows already.
   *
   * @param clinics at least one, such as {@link Cohort#clinics()}
   */
  public static SessionStream of(long seed, List<Clinic> clinics) {
    if (clinics.isEmpty()) {
      throw new IllegalArgumentException("Sessions need a clinic.");
    }
    return new SessionStream(clinics, Dice.of(seed).fork("session stream"));
  }

  /** Bundles 0, 1, 2 and so on. */
  public Stream<Bundle> bundles() {
    return LongStream.iterate(0, number -> number + 1).mapToObj(this::bundle);
  }

  /** The bundle of this number, always the same. */
  public Bundle bundle(long number) {
    return draft(number).sentAt(Cohort.REFERENCE_DATE.minusDays(1).atTime(12, 0));
  }

  /**
   * A session bundle that no registry may take: a negative dose, stopped without a reason, and a
   * patient's name.
   */
  public Bundle faulty() {
    return FaultyBundle.of(bundle(Long.MAX_VALUE));
  }

  private SubmissionDraft draft(long number) {
    Dice branch = dice.fork(number);
    Clinic clinic = clinics.get((int) Math.floorMod(number, (long) clinics.size()));
    Enrolment enrolment =
        Enrolment.draw(Person.draw(true, branch.fork("person")), clinic, branch.fork("key"));
    LocalDate day = Cohort.REFERENCE_DATE.minusDays(branch.between(20, DAYS));
    LocalDateTime arrival = day.atTime(9, 0).plusMinutes(branch.between(0, 66) * 5L);
    double kilograms = enrolment.person().kilograms();
    Regimen regimen = Regimen.draw(branch);
    Mood mood = Mood.draw(branch);
    Prescription prescribed = Prescription.of(regimen, 1, kilograms, mood, branch);
    Session session =
        Session.draw(
            1, regimen, arrival, arrival.plusMinutes(30), kilograms, prescribed, 0, branch);

    SubmissionDraft draft = new SubmissionDraft(clinic, branch.fork("bundle"));
    String key = enrolment.key() + "-s01";
    Reference patient = enrolment.addTo(draft);
    Reference course = Course.draw(day.minusDays(7), branch).addTo(draft, enrolment, patient, null);
    Reference encounter = SessionRecord.addTo(draft, session, key, patient, course);
    AdministrationRecord.addTo(draft, session, key, patient, encounter, branch);
    MonitoringRecords monitoring =
        new MonitoringRecords(
            new ObservationDraft(draft, key, patient, encounter), session, branch);
    monitoring.bloodPressures();
    monitoring.dissociation();
    return draft;
  }
}
