package org.ketamineregistry.synthetic;

import static org.ketamineregistry.synthetic.Vocabulary.NCIT;
import static org.ketamineregistry.synthetic.Vocabulary.TERMINOLOGY;
import static org.ketamineregistry.synthetic.Vocabulary.concept;
import static org.ketamineregistry.synthetic.Vocabulary.extension;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** An adverse event of a session, as the clinic knew it when the patient left. */
final class AdverseEventRecord {
  private static final String[] GRADES = {"C41338", "C41339", "C41340", "C41337"};
  private static final Odds<String> CRITERIA =
      Odds.of("C83052", 52).or("C82521", 38).or("C84266", 8).or("C11338", 2);
  private static final Odds<String> RELATEDNESS =
      Odds.of("C53260", 44).or("C53258", 46).or("C53257", 8).or("C53256", 2);

  private AdverseEventRecord() {}

  static void addTo(
      SubmissionDraft draft,
      Reaction reaction,
      Session session,
      String key,
      Reference patient,
      Reference encounter,
      Reference administration,
      Dice dice) {
    Clinic clinic = draft.clinic();
    AdverseEvent event = new AdverseEvent();
    Identifier identifier = draft.identifier("adverse-event", key + "-" + slug(reaction));
    event.setIdentifier(identifier);
    event.setActuality(AdverseEventActuality.ACTUAL);
    event.setEvent(concept(reaction.system(), reaction.code()));
    event.setSubject(patient);
    event.setEncounter(encounter);
    LocalDateTime onset =
        session.doseStart().plusMinutes(dice.between(1, Math.max(2, session.given().minutes())));
    event.setDateElement(new DateTimeType(clinic.moment(onset)));
    event.setRecordedDateElement(new DateTimeType(clinic.moment(session.departure())));
    seriousness(event, reaction, dice);
    outcome(event, reaction, onset, session, clinic, dice);
    event
        .addSuspectEntity()
        .setInstance(administration)
        .addCausality()
        .setAssessment(concept(NCIT, RELATEDNESS.draw(dice)));
    draft.update(event, identifier);
  }

  private static void seriousness(AdverseEvent event, Reaction reaction, Dice dice) {
    boolean serious = dice.chance(reaction.seriousShare());
    int grade = serious ? 3 : Math.min(3, reaction.usualGrade() + (dice.chance(0.12) ? 1 : 0));
    event.setSeriousness(
        concept(TERMINOLOGY + "adverse-event-seriousness", serious ? "Serious" : "Non-serious"));
    if (serious) {
      event.addExtension(extension("seriousness-criterion", concept(NCIT, CRITERIA.draw(dice))));
    }
    event.addExtension(extension("ctcae-grade", concept(NCIT, GRADES[grade - 1])));
  }

  /** Acute effects remit before the patient leaves, almost always; the others go on. */
  private static void outcome(
      AdverseEvent event,
      Reaction reaction,
      LocalDateTime onset,
      Session session,
      Clinic clinic,
      Dice dice) {
    boolean resolved = reaction.acute() && dice.chance(0.985);
    event.setOutcome(
        concept(
            TERMINOLOGY + "adverse-event-outcome",
            resolved ? "resolved" : reaction.acute() ? "recovering" : "ongoing"));
    if (resolved) {
      long usual = Math.round(reaction.usualMinutes() * dice.between(0.4, 1.5));
      long stayed = Duration.between(onset, session.departure()).toMinutes();
      LocalDateTime resolution = onset.plusMinutes(Math.min(usual, stayed));
      event.addExtension(extension("resolution-date", new DateTimeType(clinic.moment(resolution))));
    }
  }

  private static String slug(Reaction reaction) {
    return reaction.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
