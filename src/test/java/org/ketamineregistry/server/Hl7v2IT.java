package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.adapter.GuideTemplates;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.TreatedPatient;
import org.ketamineregistry.adapter.hl7v2.Bounds;
import org.ketamineregistry.adapter.hl7v2.FeedFile;
import org.ketamineregistry.adapter.hl7v2.MllpListener;
import org.ketamineregistry.adapter.hl7v2.Reception;
import org.ketamineregistry.adapter.hl7v2.Riverside;
import org.ketamineregistry.adapter.hl7v2.Sender;
import org.ketamineregistry.cli.hl7v2.AdaptHl7Command;
import org.ketamineregistry.cli.push.DeliveryOptions;
import org.ketamineregistry.ehr.Ehr;
import picocli.CommandLine;

/** Hospitals' systems send HL7 v2 messages to a registry, by MLLP and in files. */
@RegistryTest
class Hl7v2IT {
  private static final byte[] KEY =
      "this clinic's key, known to nobody".getBytes(StandardCharsets.UTF_8);
  private static final Templates TEMPLATES = GuideTemplates.read();
  private static final String NAMESPACE = "https://riverside-v2.example";

  private final RegistryUnderTest registry;
  private final Ehr ehr = Ehr.fresh();
  private final String clinic = ehr.clinicToken().substring(ehr.clinicToken().indexOf('|') + 1);
  private final Pseudonyms pseudonyms = Pseudonyms.under(KEY);

  /** A number that no other test gives its patient. */
  private final String number = clinic.replace("-", "") + "7";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  Hl7v2IT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @BeforeEach
  void treatAPatient() {
    registry.register(ehr);
    AnswerAssert.assertThat(registry.submit(patient().transaction())).isAccepted();
  }

  private TreatedPatient patient() {
    return new TreatedPatient(
        new Site(clinic, NAMESPACE, ZoneId.of("Europe/London"), pseudonyms), number);
  }

  /** A message of this clinic about this patient. */
  private String own(String message) {
    return message
        .replace("000123", number)
        .replace("C-0412", "C-" + number)
        .replace("V-1091", "V-" + number)
        .replace("O-", number + "-")
        .replace("F-", number + "-");
  }

  private Path feed() throws IOException {
    return Files.writeString(
        folder.resolve("feed.yaml"),
        Riverside.FEED.replace("GB-0001", clinic).replace("https://riverside.example", NAMESPACE));
  }

  private MllpListener listener() throws Exception {
    return MllpListener.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        null,
        Bounds.usual(2),
        new Reception(
            FeedFile.read(feed(), TEMPLATES),
            pseudonyms,
            TEMPLATES,
            new DeliveryOptions(1).to(registry.base()),
            Clock.systemUTC()));
  }

  private static String send(MllpListener listener, String message) throws IOException {
    try (Sender sender = Sender.to(listener)) {
      return sender.acknowledged(message);
    }
  }

  private Bundle found(String type, String kind, String key) {
    return registry
        .get(
            "/"
                + type
                + "?identifier="
                + NAMESPACE
                + "/sid/"
                + kind
                + "|"
                + pseudonyms.of(kind, key))
        .bundle();
  }

  private MedicationAdministration administration() {
    return (MedicationAdministration)
        found("MedicationAdministration", "administration", number + "-77^PHARM/1")
            .getEntryFirstRep()
            .getResource();
  }

  @Test
  void aDayOfMessagesIsOnRecordOnceHoweverOftenItIsSent() throws Exception {
    try (MllpListener listener = listener()) {
      for (int times = 0; times < 2; times++) {
        for (String message :
            new String[] {
              Riverside.ADMISSION,
              Riverside.ADMINISTRATION,
              Riverside.RESULTS,
              Riverside.SUPPLY,
              Riverside.ORDER
            }) {
          assertThat(send(listener, own(message))).contains("\rMSA|AA|M-").doesNotContain("\rERR");
        }
      }
    }

    Encounter session =
        (Encounter) found("Encounter", "session", "V-" + number).getEntryFirstRep().getResource();
    assertThat(session.getMeta().getVersionId()).isEqualTo("1");
    assertThat(administration().getMeta().getVersionId()).isEqualTo("1");
    assertThat(
            registry
                .get("/Observation?encounter=" + session.getIdElement().toUnqualifiedVersionless())
                .bundle()
                .getTotal())
        .as("two pressures and the weight before the dose")
        .isEqualTo(3);
    assertThat(found("MedicationDispense", "supply", number + "-80^PHARM/1").getTotal())
        .isEqualTo(1);
    assertThat(found("MedicationDispense", "supply", number + "-81^PHARM/1").getTotal())
        .isEqualTo(1);
  }

  @Test
  void whatIsSentAgainWithAnotherContentIsACorrection() throws Exception {
    try (MllpListener listener = listener()) {
      send(listener, own(Riverside.ADMINISTRATION));

      String answer = send(listener, own(Riverside.ADMINISTRATION).replace("|35|mg|", "|34|mg|"));

      assertThat(answer).contains("MSA|AA|M-2");
      assertThat(administration().getDosage().getDose().getValue()).isEqualByComparingTo("34");
      assertThat(administration().getMeta().getVersionId()).isEqualTo("2");

      assertThat(send(listener, own(Riverside.ADMINISTRATION))).contains("MSA|AA|M-2");
      assertThat(administration().getDosage().getDose().getValue())
          .as("what is sent last counts, also where it was sent before")
          .isEqualByComparingTo("35");
    }
  }

  @Test
  void anAdministrationOfAnUnknownCourseIsRefusedByNameAndNotHalfStored() throws Exception {
    try (MllpListener listener = listener()) {
      String answer =
          send(listener, own(Riverside.ADMINISTRATION).replace("C-" + number, "C-none"));

      assertThat(answer)
          .contains("\rMSA|AE|M-2")
          .containsPattern(
              "\rERR\\|\\|PV1\\^1\\^50\\^1[^|]*\\|204\\^\\^HL70357\\|E\\|reference-unknown\\^");
      assertThat(found("Encounter", "session", "V-" + number).getTotal()).isZero();
      assertThat(
              found("MedicationAdministration", "administration", number + "-77^PHARM/1")
                  .getTotal())
          .isZero();
    }
  }

  @Test
  void anAdministrationOfAPatientWhoDeniedIsRefused() throws Exception {
    AnswerAssert.assertThat(registry.submit(patient().denial())).isAccepted();
    try (MllpListener listener = listener()) {
      assertThat(send(listener, own(Riverside.ADMINISTRATION)))
          .contains("\rMSA|AE|M-2")
          .contains("|consent-required^^99KRE|");
    }
  }

  @Test
  void aFileIsBroughtAndWhatWasRefusedIsCorrectedAndBroughtAgain() throws Exception {
    Path key =
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(KEY) + "\n");
    Path day =
        Files.writeString(
            folder.resolve("day.hl7"),
            "FHS|^~\\&\rBHS|^~\\&\r"
                + own(Riverside.ADMISSION)
                + own(Riverside.ADMINISTRATION).replace("|35|mg|", "|3500|mg|")
                + own(Riverside.SUPPLY)
                + "BTS|3\rFTS|1\r");
    var out = new StringWriter();

    assertThat(
            run(
                out,
                "send",
                day.toString(),
                "--config",
                feed().toString(),
                "--key-file",
                key.toString(),
                "--to",
                registry.base()))
        .isEqualTo(1);

    assertThat(out.toString())
        .contains("3 read: ", ", 1 refused")
        .contains("rule-violated", "RXA[1]-6");
    Path refused = folder.resolve("day.hl7.refused");
    Path corrected =
        Files.writeString(
            folder.resolve("corrected.hl7"),
            Files.readString(refused).replace("|3500|mg|", "|35|mg|"));
    assertThat(
            run(
                out,
                "send",
                corrected.toString(),
                "--config",
                feed().toString(),
                "--key-file",
                key.toString(),
                "--to",
                registry.base()))
        .isZero();
    assertThat(administration().getDosage().getDose().getValue()).isEqualByComparingTo("35");
    assertThat(Files.readString(folder.resolve("corrected.hl7.acks"))).contains("MSA|AA|M-2");
  }

  private static int run(StringWriter out, String... arguments) {
    return new CommandLine(new AdaptHl7Command())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(arguments);
  }
}
