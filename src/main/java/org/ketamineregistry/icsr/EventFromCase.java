package org.ketamineregistry.icsr;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;

/** Makes the event of a case, all but its suspected entities. */
final class EventFromCase {
  private static final String NCIT = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl";
  private static final String CASES = "urn:oid:" + Oid.CASE;

  private final IcsrCase told;
  private final Lexicon lexicon;

  EventFromCase(IcsrCase told, Lexicon lexicon) {
    this.told = told;
    this.lexicon = lexicon;
  }

  void fill(AdverseEvent event, Patient patient, EpisodeOfCare course) {
    Reaction reaction = told.reaction();
    Matcher identifier = RecordsFromCase.IDENTIFIER.matcher(told.report().identifier());
    event
        .setActuality(AdverseEventActuality.ACTUAL)
        .setSubject(RecordsFromCase.to(patient))
        .setSeriousness(
            RecordsFromCase.concept(
                new Coding(
                    RecordsFromCase.TERMINOLOGY + "adverse-event-seriousness",
                    reaction.criteria().isEmpty() ? "Non-serious" : "Serious",
                    null)))
        .setOutcome(
            RecordsFromCase.concept(
                new Coding(
                    RecordsFromCase.TERMINOLOGY + "adverse-event-outcome",
                    CaseFromRecords.OUTCOMES.get(reaction.outcome()),
                    null)))
        .setEvent(named(reaction.name()))
        .getIdentifier()
        .setSystem(CASES)
        .setValue(identifier.matches() ? identifier.group(2) : told.report().identifier());
    event.addExtension(RecordsFromCase.extension("treatment-course", RecordsFromCase.to(course)));
    dates(event, reaction);
    reaction.criteria().stream()
        .sorted()
        .map(criterion -> RecordsFromCase.concept(new Coding(NCIT, criterion.code(), null)))
        .forEach(
            criterion ->
                event.addExtension(RecordsFromCase.extension("seriousness-criterion", criterion)));
    lexicon
        .numbered(CaseFromRecords.QUALIFICATIONS, told.reporter().qualification())
        .map(Coding::getCode)
        .ifPresent(
            code ->
                event.addExtension(
                    RecordsFromCase.extension("reporter-qualification", new CodeType(code))));
    if (told.report().amendment() != null
        && told.report().amendment().kind() == IcsrCase.NULLIFICATION) {
      event.addExtension(RecordsFromCase.extension("nullified", new BooleanType(true)));
    }
  }

  private void dates(AdverseEvent event, Reaction reaction) {
    boolean fromClinic = told.sender().type() == Sending.From.CLINIC.type();
    if (fromClinic && told.report().firstReceived() != null) {
      event.setDetectedElement(RecordsFromCase.date(told.report().firstReceived()));
    }
    if (told.report().latest() != null) {
      event.setRecordedDateElement(RecordsFromCase.date(told.report().latest()));
    }
    if (reaction.start() != null) {
      event.setDateElement(RecordsFromCase.date(reaction.start()));
    }
    if (reaction.end() != null) {
      event.addExtension(
          RecordsFromCase.extension("resolution-date", RecordsFromCase.date(reaction.end())));
    }
  }

  private CodeableConcept named(Named name) {
    var concept = new CodeableConcept();
    Meddra term = name.term();
    Arrays.stream(name.words().split(CaseFromRecords.JOINT))
        .map(word -> RecordsFromCase.code(lexicon, CaseFromRecords.EFFECTS, word))
        .filter(coding -> coding.hasCode() || term == null)
        .forEach(concept::addCoding);
    if (term != null) {
      concept
          .addCoding()
          .setSystem(CaseFromRecords.MEDDRA)
          .setCode(term.code())
          .setVersion(term.version());
    }
    return concept;
  }
}
