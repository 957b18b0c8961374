package org.ketamineregistry.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invented cohort. Seed, number of patients and jurisdiction decide every byte of it; nothing in
 * it is later than {@link #REFERENCE_DATE}.
 */
public final class Cohort {
  /** The day on which every cohort ends. */
  public static final LocalDate REFERENCE_DATE = LocalDate.of(2026, 6, 30);

  /** The jurisdiction of nowhere, for demonstrations. */
  public static final String NOWHERE = "XX";

  private static final int PATIENTS_PER_CLINIC = 40;
  private static final int DAYS_OF_INTAKE = 1_000;
  private static final double ATTENDING_TWO_CLINICS = 0.03;

  private final int patients;
  private final Dice dice;
  private final List<Clinic> clinics;

  private Cohort(int patients, String jurisdiction, Dice dice) {
    this.patients = patients;
    this.dice = dice;
    this.clinics = clinics(patients, jurisdiction, dice.fork("clinics"));
  }

  /** A cohort of nowhere. */
  public static Cohort of(long seed, int patients) {
    return of(seed, patients, NOWHERE);
  }

  /**
   * A cohort of a country.
   *
   * @param jurisdiction two capital letters, ISO 3166
   */
  public static Cohort of(long seed, int patients, String jurisdiction) {
    if (patients < 1 || patients > 999_999) {
      throw new IllegalArgumentException("A cohort has between 1 and 999,999 patients.");
    }
    if (!jurisdiction.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("A jurisdiction is two capital letters, such as GB.");
    }
    return new Cohort(patients, jurisdiction, Dice.of(seed).fork(jurisdiction));
  }

  /** The clinics, about one for every forty patients and at least two. */
  public List<Clinic> clinics() {
    return clinics;
  }

  /**
   * Everything in the order in which it can be sent: clinics first, then patient after patient;
   * made as it is read.
   */
  public Stream<Submission> submissions() {
    return Stream.concat(
        registrations(), IntStream.rangeClosed(1, patients).boxed().flatMap(this::patient));
  }

  /** The submissions of one patient, in the order of their sending. */
  public Stream<Submission> patient(int number) {
    Dice branch = dice.fork("patients").fork(number);
    boolean attendsTwo = branch.chance(ATTENDING_TWO_CLINICS);
    Person person = Person.draw(attendsTwo, branch.fork("person"));
    int clinic = branch.between(0, clinics.size() - 1);
    int daysAgo = branch.between(attendsTwo ? 250 : 12, DAYS_OF_INTAKE);
    List<Sent> sent =
        new ArrayList<>(attend(person, clinic, daysAgo, !attendsTwo, branch.fork("attendance")));
    if (attendsTwo) {
      int other = (clinic + branch.between(1, clinics.size() - 1)) % clinics.size();
      int later = daysAgo - branch.between(20, 235);
      sent.addAll(attend(person, other, later, false, branch.fork("second attendance")));
    }
    sent.sort(Comparator.comparing(one -> one.dispatch().sent()));
    String folder = String.format(Locale.ROOT, "patient-%06d", number);
    return IntStream.range(0, sent.size())
        .mapToObj(index -> submission(folder, index + 1, sent.get(index)));
  }

  /** What a clinic sent. */
  private record Sent(Clinic clinic, Dispatch dispatch) {}

  private List<Sent> attend(Person person, int clinic, int daysAgo, boolean onlyOne, Dice branch) {
    Enrolment enrolment = Enrolment.draw(person, clinics.get(clinic), branch.fork("enrolment"));
    return new Attendance(enrolment, REFERENCE_DATE.minusDays(daysAgo), onlyOne, branch)
        .dispatches().stream().map(dispatch -> new Sent(enrolment.clinic(), dispatch)).toList();
  }

  private Stream<Submission> registrations() {
    return IntStream.range(0, clinics.size())
        .mapToObj(
            index ->
                new Submission(
                    "00-clinics",
                    index + 1,
                    Submission.Kind.CLINIC,
                    clinics.get(index).identifier(),
                    clinics.get(index).registration()));
  }

  private static Submission submission(String folder, int number, Sent sent) {
    return new Submission(
        folder,
        number,
        sent.dispatch().kind(),
        sent.clinic().identifier(),
        sent.dispatch().bundle());
  }

  private static List<Clinic> clinics(int patients, String jurisdiction, Dice dice) {
    int count = Math.max(2, Math.round(patients / (float) PATIENTS_PER_CLINIC));
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> Clinic.draw(number, jurisdiction, dice.fork(number)))
        .toList();
  }
}
