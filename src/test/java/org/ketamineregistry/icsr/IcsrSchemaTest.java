package org.ketamineregistry.icsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.profiles.Canonical;
import org.xml.sax.SAXException;

/**
 * Messages are valid by the schemas of ICH E2B(R3), which HL7 and ICH give away and the project
 * does not ship: {@code -Dregistry.test.icsr-schemas} names the folder that has {@code
 * multicacheschemas} and {@code coreschemas} in it. What they ask for beyond order and number,
 * {@link IcsrStructure} asks for in every run.
 */
@EnabledIfSystemProperty(named = IcsrSchemaTest.FOLDER, matches = ".+")
class IcsrSchemaTest {
  static final String FOLDER = "registry.test.icsr-schemas";
  private static final MeddraTerms TERMS =
      new MeddraTerms(
          Map.of(
              "17971005", new Meddra("10000001", "27.1"),
              "24184005", new Meddra("10000002", "27.1"),
              "dissociation", new Meddra("10000003", "27.1"),
              "1742-6", new Meddra("10000005", "27.1"),
              "controlled-hypertension", new Meddra("10000006", "27.1")));

  private final Schema schema;

  IcsrSchemaTest() throws SAXException {
    Path folder = Path.of(Objects.requireNonNull(System.getProperty(FOLDER)));
    schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(folder.resolve("multicacheschemas/MCCI_IN200100UV01.xsd").toFile());
  }

  private static byte[] written(EventRecords records, Sending sending, boolean later)
      throws Exception {
    IcsrCase told = new CaseFromRecords(KnownRecords.LEXICON, TERMS).of(records, sending, later);
    var out = new ByteArrayOutputStream();
    IcsrWriter.write(List.of(told), sending, "batch-1", out);
    return out.toByteArray();
  }

  private void validate(byte[] message) throws Exception {
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
  }

  @Test
  void everyMessageIsValid() throws Exception {
    Stream<EventRecords> examples =
        Stream.of("gb-1", "gb-2", "gb-3", "gb-4", "gb-5", "de-1", "de-2")
            .map(name -> KnownRecords.example("adverse-event-" + name));
    List<EventRecords> all =
        Stream.of(
                examples,
                KnownRecords.cohort(41, 120, "GB").stream(),
                KnownRecords.cohort(32, 80, "XX").stream())
            .flatMap(records -> records)
            .toList();
    assertThat(all).hasSizeGreaterThan(300);
    for (EventRecords records : all) {
      for (Sending.From from : Sending.From.values()) {
        for (boolean study : List.of(true, false)) {
          var sending =
              new Sending("KETREG", "AGENCY", "Registry", from, study, !study, KnownRecords.NOW);
          validate(written(records, sending, study));
        }
      }
    }
  }

  @Test
  void aLinkAndANullificationAreValid() throws Exception {
    Map<String, Resource> records = KnownRecords.examples();
    AdverseEvent event =
        KnownRecords.one(records, "AdverseEvent/adverse-event-gb-5", AdverseEvent.class);
    AdverseEvent other = event.copy();
    other.getIdentifier().setValue("E-2026-0399");
    records.put("AdverseEvent/adverse-event-gb-9", other);
    Sending sending = KnownRecords.sending(Sending.From.REGISTRY);
    byte[] linked = written(KnownRecords.of(event, records), sending, true);
    event.addExtension(Canonical.extension("nullified"), new BooleanType(true));
    byte[] nullified = written(KnownRecords.of(event, records), sending, true);

    assertThat(new String(linked, StandardCharsets.UTF_8)).contains("nullFlavor=\"NA\"");
    validate(linked);
    validate(nullified);
  }

  @Test
  void aMessageThatIsNotValidIsFound() throws Exception {
    String message =
        new String(
            written(
                KnownRecords.example("adverse-event-gb-5"),
                KnownRecords.sending(Sending.From.CLINIC),
                false),
            StandardCharsets.UTF_8);
    for (String[] change :
        List.of(
            new String[] {"<statusCode code=\"active\"/>", ""},
            new String[] {"classCode=\"INVSTG\"", "classCode=\"INVESTIGATION\""},
            new String[] {"<center ", "<centre "},
            new String[] {"subjectOf1", "subjectOf3"})) {
      assertThat(message).contains(change[0]);
      String changed = message.replace(change[0], change[1]);
      assertThatThrownBy(() -> validate(changed.getBytes(StandardCharsets.UTF_8)))
          .as(change[0])
          .isInstanceOf(SAXException.class);
    }
  }
}
