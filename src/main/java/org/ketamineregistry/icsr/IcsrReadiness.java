package org.ketamineregistry.icsr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Episode;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Report;
import org.ketamineregistry.icsr.IcsrCase.Test;

/**
 * Whether a case may be sent: the data elements that ICH E2B(R3) requires, and the four things
 * without which there is no case (a patient, a reporter, a suspected drug, a reaction).
 *
 * @param missing what is missing, in the order of the elements; empty where the case is ready
 */
public record IcsrReadiness(List<Missing> missing) {
  private static final Pattern TERM = Pattern.compile("[0-9]{8}");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,2}\\.[0-9]");
  private static final int LONGEST_IDENTIFIER = 100;
  private static final int LONGEST_RECORD_NUMBER = 20;
  private static final int DAY = 8;

  /**
   * An element that is missing.
   *
   * @param element its number in E2B(R3)
   * @param words what to do
   */
  public record Missing(String element, String words) {}

  /** Looks at a case. */
  public static IcsrReadiness of(IcsrCase told) {
    var missing = new ArrayList<Missing>();
    report(told.report(), missing);
    if (told.reporter().country() == null || told.reporter().organisation() == null) {
      missing.add(
          new Missing(
              "C.2.r.3", "the clinic cannot be read: ask for a token that may read Organization"));
    }
    if (told.sender().organisation().isBlank()) {
      missing.add(new Missing("C.3.2", "name the sender's organisation with --organisation"));
    }
    patient(told, missing);
    reaction(told.reaction(), missing);
    tests(told, missing);
    drugs(told.drugs(), missing);
    versions(told, missing);
    if (told.narrative().isBlank()) {
      missing.add(new Missing("H.1", "the case has no narrative"));
    }
    return new IcsrReadiness(missing.stream().distinct().toList());
  }

  /** Whether nothing is missing. */
  public boolean isReady() {
    return missing.isEmpty();
  }

  private static void report(Report report, List<Missing> missing) {
    if (report.identifier().length() > LONGEST_IDENTIFIER) {
      missing.add(
          new Missing("C.1.1", "the case's identifier is longer than 100: shorten the --sender"));
    }
    if (!isDay(report.firstReceived())) {
      missing.add(
          new Missing(
              "C.1.4",
              "the event does not say on which day the clinic knew of it: complete its detected"));
    }
    if (!isDay(report.latest())) {
      missing.add(
          new Missing(
              "C.1.5", "the event does not say on which day it was recorded: recordedDate"));
    }
  }

  private static boolean isDay(@Nullable String date) {
    return date != null && date.length() >= DAY;
  }

  private static void patient(IcsrCase told, List<Missing> missing) {
    var subject = told.subject();
    if (subject.age() == null && subject.sex() == null && subject.recordNumber() == null) {
      missing.add(
          new Missing("D", "the patient cannot be read: ask for a token that may read Patient"));
    }
    if (subject.recordNumber() != null && subject.recordNumber().length() > LONGEST_RECORD_NUMBER) {
      missing.add(
          new Missing("D.1.1.4", "the pseudonym is longer than 20: send without --with-pseudonym"));
    }
  }

  private static void reaction(Reaction reaction, List<Missing> missing) {
    Meddra term = reaction.name().term();
    if (term == null) {
      missing.add(
          new Missing(
              "E.i.2.1b",
              "the reaction has no MedDRA term: a licensed coder codes it, in the event or in the"
                  + " file of --meddra"));
    } else {
      if (!TERM.matcher(term.code()).matches()) {
        missing.add(
            new Missing("E.i.2.1b", "the MedDRA term is no lowest level term of eight digits"));
      }
      if (!VERSION.matcher(term.version()).matches()) {
        missing.add(new Missing("E.i.2.1a", "the version of MedDRA is not such as 27.1"));
      }
    }
    if (reaction.start() == null) {
      missing.add(new Missing("E.i.4", "the event does not say when it began: date"));
    }
  }

  /** A test has a name and a result, and was made before the report of it (F.r.1 to F.r.3.4). */
  private static void tests(IcsrCase told, List<Missing> missing) {
    String created = told.report().createdOn();
    for (Test test : told.tests()) {
      if (test.name().words().isBlank() && test.name().term() == null) {
        missing.add(new Missing("F.r.2", "a test has no name: complete the observation's code"));
      }
      if (test.result() == null && test.value() == null && test.text() == null) {
        missing.add(new Missing("F.r.3", "a test has no result: complete the observation's value"));
      }
      if (test.date() != null && !E2bDate.isNotAfter(test.date(), created)) {
        missing.add(
            new Missing("F.r.1", "a test lies in the future: correct the observation's effective"));
      }
    }
  }

  /** A case has terms of one version alone. */
  private static void versions(IcsrCase told, List<Missing> missing) {
    Stream<Named> named =
        Stream.of(
                Stream.of(told.reaction().name()),
                told.subject().history().stream().map(Episode::condition),
                told.tests().stream().map(Test::name),
                told.drugs().stream()
                    .flatMap(drug -> Optional.ofNullable(drug.indication()).stream()))
            .flatMap(names -> names);
    long versions =
        named
            .flatMap(name -> Optional.ofNullable(name.term()).stream())
            .map(Meddra::version)
            .distinct()
            .count();
    if (versions > 1) {
      missing.add(
          new Missing(
              "E.i.2.1a",
              "the case has terms of several versions of MedDRA: code the event and the file of"
                  + " --meddra by one"));
    }
  }

  private static void drugs(List<IcsrDrug> drugs, List<Missing> missing) {
    List<IcsrDrug> suspects =
        drugs.stream().filter(drug -> drug.role() == IcsrCase.SUSPECT).toList();
    if (suspects.isEmpty()) {
      missing.add(new Missing("G.k.1", "the event suspects no drug: suspectEntity"));
    }
    if (drugs.stream().anyMatch(drug -> drug.name().isBlank())) {
      missing.add(
          new Missing(
              "G.k.2.2",
              "a drug cannot be read: ask for a token that may read MedicationAdministration and"
                  + " MedicationStatement"));
    }
  }
}
