package org.ketamineregistry.icsr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Subject;
import org.ketamineregistry.icsr.IcsrDrug.Assessment;
import org.ketamineregistry.icsr.IcsrDrug.Dosage;

/**
 * H.1, the narrative. It is made of coded elements alone, since the registry holds no words of
 * anybody; the same case is told in the same words.
 */
final class Narrative {
  private static final int DECADE = 10;
  private static final List<String> OUTCOMES =
      List.of(
          "is not known",
          "is recovery",
          "is improvement",
          "is that it goes on",
          "is recovery with sequelae",
          "is death");
  private static final int NOT_APPLICABLE = 9;
  private static final List<String> ACTIONS =
      List.of(
          "It is not known what was done with the drug.",
          "The drug was withdrawn.",
          "The dose was reduced.",
          "The dose was increased.",
          "The dose was not changed.");
  private static final List<String> RECHALLENGES =
      List.of(
          "",
          "The drug was given again, and the reaction came back.",
          "The drug was given again, and the reaction did not come back.",
          "The drug was given again, and it is not known whether the reaction came back.",
          "The drug was not given again.");

  private final Lexicon lexicon;

  Narrative(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The same case with its narrative. */
  IcsrCase tell(IcsrCase told, EventRecords records) {
    var sentences = new ArrayList<String>();
    sentences.add(patient(told, sessions(records, told.reaction().start())));
    told.drugs().stream()
        .filter(drug -> drug.role() == IcsrCase.SUSPECT)
        .forEach(drug -> suspect(drug, told.reaction(), sentences));
    reaction(told.reaction(), records, sentences);
    told.drugs().stream()
        .filter(drug -> drug.role() == IcsrCase.SUSPECT)
        .forEach(drug -> judgement(drug, sentences));
    if (told.report().amendment() != null) {
      sentences.add(told.report().amendment().reason());
    }
    sentences.add("This text was made from coded data.");
    return new IcsrCase(
        told.report(),
        told.reporter(),
        told.sender(),
        told.subject(),
        told.reaction(),
        told.tests(),
        told.drugs(),
        String.join(" ", sentences));
  }

  private static String patient(IcsrCase told, long sessions) {
    String indication =
        told.drugs().stream()
            .filter(drug -> drug.indication() != null)
            .map(drug -> " for " + lower(drug.indication().words()))
            .findFirst()
            .orElse("");
    return "%s was treated%s%s."
        .formatted(
            person(told.subject()),
            indication,
            sessions == 0
                ? ""
                : sessions == 1
                    ? "; the first session was given"
                    : "; " + sessions + " sessions of the course had been given");
  }

  private static String person(Subject subject) {
    String who =
        subject.sex() == null
            ? "A patient"
            : subject.sex() == 1 ? "A male patient" : "A female patient";
    if (subject.age() == null) {
      return who + " of unknown age";
    }
    int from = subject.age() / DECADE * DECADE;
    return "%s between %d and %d years of age".formatted(who, from, from + DECADE - 1);
  }

  private static void suspect(IcsrDrug drug, Reaction reaction, List<String> sentences) {
    String what = drug.substance() != null ? lower(drug.substance()) : lower(drug.name());
    Dosage dosage = drug.dosage();
    var sentence = new StringBuilder("Suspected is ").append(what);
    if (dosage != null && dosage.dose() != null) {
      sentence.append(", ").append(dosage.dose().value()).append(' ').append(dosage.dose().unit());
    }
    if (dosage != null && dosage.route() != null) {
      sentence.append(", ").append(lower(dosage.route()));
    }
    if (dosage != null && dosage.start() != null) {
      sentence
          .append(dosage.last() == null ? ", supplied on " : ", begun on ")
          .append(day(dosage.start()));
    }
    sentence.append('.');
    if (drug.cumulative() != null) {
      sentence
          .append(" The doses of the course until then add up to ")
          .append(drug.cumulative().value())
          .append(" mg.");
    }
    Amount since = drug.sinceFirst(reaction);
    if (since != null) {
      sentence.append(" The reaction began ").append(time(since)).append(" after its beginning.");
    }
    sentences.add(sentence.toString());
  }

  private void reaction(Reaction reaction, EventRecords records, List<String> sentences) {
    String grade =
        Elements.extension(records.event(), "ctcae-grade")
            .map(CodeableConcept.class::cast)
            .map(lexicon::words)
            .map(" (CTCAE: %s)"::formatted)
            .orElse("");
    sentences.add(
        "Reported is: %s%s%s."
            .formatted(
                reaction.name().words(),
                grade,
                reaction.start() == null ? "" : ", from " + day(reaction.start())));
    sentences.add(
        reaction.criteria().isEmpty()
            ? "It was not serious."
            : "It was serious: "
                + String.join(
                    ", and ", reaction.criteria().stream().sorted().map(Criterion::words).toList())
                + ".");
    sentences.add(
        "The outcome %s%s."
            .formatted(
                OUTCOMES.get(reaction.outcome()),
                reaction.end() == null ? "" : ", on " + day(reaction.end())));
  }

  private static void judgement(IcsrDrug drug, List<String> sentences) {
    if (drug.actionTaken() != null) {
      sentences.add(
          drug.actionTaken() == NOT_APPLICABLE
              ? "Nothing was left to change of the drug."
              : ACTIONS.get(drug.actionTaken()));
    }
    if (drug.recurrence() != null) {
      sentences.add(RECHALLENGES.get(drug.recurrence()));
    }
    Assessment assessment = drug.assessment();
    if (assessment != null && assessment.result() != null) {
      sentences.add(
          "The clinic judges the causality of %s%s: %s."
              .formatted(
                  lower(drug.substance() != null ? drug.substance() : drug.name()),
                  assessment.method() == null ? "" : " by " + assessment.method(),
                  assessment.result().toLowerCase(Locale.ROOT)));
    }
  }

  /** How many sessions of the course had a dose until the reaction. */
  private static long sessions(EventRecords records, @Nullable String until) {
    EpisodeOfCare course = records.course().orElse(null);
    return course == null || until == null
        ? 0
        : Exposure.given(records, course, until)
            .map(MedicationAdministration::getContext)
            .map(session -> session.getReference())
            .distinct()
            .count();
  }

  private static String time(Amount amount) {
    return amount.value() + (amount.unit().equals("min") ? " minutes" : " days");
  }

  private static String day(String date) {
    String written = E2bDate.toFhir(date);
    return written.length() > 10 ? written.substring(0, 10) : written;
  }

  private static String lower(String words) {
    return words.substring(0, Math.min(1, words.length())).toLowerCase(Locale.ROOT)
        + words.substring(Math.min(1, words.length()));
  }
}
