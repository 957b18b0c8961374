package org.ketamineregistry.cli.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.w3c.dom.Element;
import picocli.CommandLine;

class ValidateCommandTest {
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final String PROFILE =
      "https://ketamine-registry.example/fhir/StructureDefinition/";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int validate(String... arguments) {
    return piped("", arguments);
  }

  private int piped(String standardInput, String... arguments) {
    var in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
    return new CommandLine(new ValidateCommand(GuideDefinitions::get, in))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static String example(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name + ".json"));
  }

  private static String heartRate() throws IOException {
    return example("Observation-heart-rate-before-gb-1");
  }

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  @Nested
  class AFile {
    @Test
    void isValid() throws IOException {
      String file = file("a.json", heartRate());
      assertThat(validate(file)).isZero();
      assertThat(out.toString().lines())
          .containsExactly("valid     " + file.replace('\\', '/'), "1 valid, 0 invalid");
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void isABundleToo() {
      assertThat(validate(EXAMPLES.resolve("Bundle-submission-session.json").toString())).isZero();
    }

    @Test
    void isInvalidWithPlaceCodeRuleWordsAndLine() throws IOException {
      String file = file("a.json", heartRate().replace("\"value\": 72", "\"value\": 720"));
      assertThat(validate(file)).isEqualTo(1);
      assertThat(out.toString().lines())
          .containsExactly(
              "invalid   " + file,
              file + ":16:3 rule-violated (krn-vit-1) Observation.value",
              "    A heart rate is between 20 and 300 per minute (rule krn-vit-1 of "
                  + PROFILE
                  + "ketamine-heart-rate).",
              "    16 |   \"valueQuantity\": {",
              "       |   ^",
              "0 valid, 1 invalid (1 problem)");
    }

    @Test
    void isNdjsonWithTheLinesOfTheFile() throws IOException {
      String good = new ObjectMapper().readTree(heartRate()).toString();
      String bad = good.replace("\"value\":72", "\"value\":720");
      String file = file("a.ndjson", good + "\r\n\n" + bad + "\n{\"a\":\n" + good);
      assertThat(validate(file)).isEqualTo(1);
      assertThat(out.toString())
          .contains(
              file + ":3:" + (bad.indexOf("\"valueQuantity\"") + 1) + " rule-violated (krn-vit-1)")
          .contains(file + ":4:")
          .contains("malformed-json")
          .contains("(2 problems)");
    }

    @Test
    void isXml() throws IOException {
      String file =
          file("a.xml", "<Patient xmlns=\"http://hl7.org/fhir\">\n  <mood value=\"1\"/></Patient>");
      assertThat(validate(file)).isEqualTo(1);
      assertThat(out.toString()).contains(file + ":2:3 element-unknown Patient.mood");
    }

    @Test
    void isInvalidWhereNobodyCanReadItsText() throws IOException {
      Path file = folder.resolve("a.json");
      Files.write(file, new byte[] {'{', '\n', (byte) 0xFF});
      assertThat(validate(file.toString())).isEqualTo(1);
      assertThat(out.toString()).contains(file + ":2:1 not-utf-8");
    }

    @Test
    void thatTellsWhatIsNotKeptIsValid() throws IOException {
      String narrative =
          heartRate()
              .replaceFirst(
                  "\\{",
                  "{\"text\":{\"status\":\"empty\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>x</div>\"},");
      assertThat(validate(file("a.json", narrative))).isZero();
      assertThat(out.toString()).contains("narrative-dropped Observation.text");
    }

    @Test
    void neverDrivesTheTerminal() throws IOException {
      String file =
          file("a.json", "{\"resourceType\":\"Patient\",\"x\":\"\u009b31m\u202e\"\u001b[31m}");
      assertThat(validate(file)).isEqualTo(1);
      assertThat(out.toString()).doesNotContain("\u001b", "\u009b", "\u202e");
    }
  }

  @Nested
  class TheStandardInput {
    @Test
    void isJsonXmlOrNdjsonByHowItBegins() throws IOException {
      String line = new ObjectMapper().readTree(heartRate()).toString();
      assertThat(piped(heartRate(), "-")).isZero();
      assertThat(piped(line, "-")).isZero();
      assertThat(piped(line + "\n\n" + line + "\n", "-")).isZero();
      assertThat(
              piped(
                  "\n <Patient xmlns=\"http://hl7.org/fhir\">\n<mood value=\"1\"/></Patient>", "-"))
          .isEqualTo(1);
      assertThat(out.toString())
          .contains("valid     stdin", "stdin:3:1 element-unknown Patient.mood");
    }

    @Test
    void isInvalidWhereItIsNothing() {
      assertThat(piped("", "-")).isEqualTo(1);
      assertThat(piped("{\n{", "-")).isEqualTo(1);
      assertThat(out.toString()).contains("malformed-json").contains("stdin:2:1");
    }

    @Test
    void standsBesideFiles() throws IOException {
      assertThat(piped(heartRate(), file("a.json", heartRate()), "-", "--output", "junit"))
          .isZero();
      assertThat(out.toString()).contains("tests=\"2\"", "name=\"stdin\"", "name=\"a.json\"");
    }
  }

  @Nested
  class TheExcerpt {
    private String excerpt(String line) throws IOException {
      validate(file("a.json", "{\"resourceType\":\"Patient\",\n" + line + "\n}"));
      return out.toString();
    }

    @Test
    void isCutAroundThePlace() throws IOException {
      String shown = excerpt(" ".repeat(300) + "\"colour\":\"red\"" + " ".repeat(300));
      assertThat(shown.lines().filter(line -> line.contains(" | ")))
          .allSatisfy(line -> assertThat(line.length()).isLessThan(115))
          .anyMatch(line -> line.contains("…") && line.contains("\"colour\""));
    }

    @Test
    void hasItsCaretUnderThePlaceWhateverStandsBefore() {
      String text = "\t日本😀e\u0301\u202e\ud83d \"colour\": 1";
      String[] lines = Excerpt.of(text, 7, text.indexOf("\"colour\"") + 1).split("\\R");
      assertThat(lines[0]).startsWith("7 |  日本😀e\u0301").endsWith(" \"colour\": 1");
      assertThat(lines[0]).doesNotContain("\t", "\u202e");
      // A wide character takes two columns, as its two halves do; the accent stands above the e.
      assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf("\"colour\"") + 2 - 1);
    }

    @Test
    void isNotCutWithinACharacter() {
      String text = "😀".repeat(200);
      for (int column = 1; column <= text.length() + 5; column++) {
        String[] lines = Excerpt.of(text, 1, column).split("\\R");
        assertThat(lines[0]).doesNotContain("?", "\ud83d…", "…\ude00");
        assertThat(lines[1]).endsWith("^");
      }
    }
  }

  @Nested
  class WhatNobodySubmits {
    @Test
    void isHeldAgainstItsProfileAndTheSenderIsTold() throws IOException {
      String receipt = example("Task-receipt-completed");
      assertThat(validate(file("a.json", receipt))).isZero();
      assertThat(out.toString()).contains("not-submitted Task");
      assertThat(
              validate(
                  file("b.json", receipt.replace("\"intent\": \"order\"", "\"intent\": \"plan\""))))
          .isEqualTo(1);
      assertThat(out.toString()).contains("value-not-as-profiled Task.intent");
    }

    @Test
    void isABundleOfAnotherTypeToo() throws IOException {
      String bundle =
          "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"fullUrl\":\"urn:uuid:7f3f4a1e-0c2b-4d58-9a51-3f1f0f6a0001\",\"resource\":\n"
              + heartRate()
              + "}]}";
      assertThat(validate(file("a.json", bundle))).isZero();
      assertThat(out.toString()).contains("not-submitted Bundle.type");
      assertThat(validate(file("b.json", bundle.replace("\"value\": 72", "\"value\": 720"))))
          .isEqualTo(1);
      assertThat(out.toString())
          .contains("b.json:17:3 rule-violated (krn-vit-1) Bundle.entry[0].resource.value");
    }

    @Test
    void isInvalidAsASubmission() throws IOException {
      assertThat(validate(file("a.json", example("Task-receipt-completed")), "--submission"))
          .isEqualTo(1);
      assertThat(
              validate(
                  file("b.json", "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}"),
                  "--submission"))
          .isEqualTo(1);
      assertThat(validate(file("c.json", heartRate()), "--submission")).isZero();
      assertThat(
              validate(
                  EXAMPLES.resolve("Bundle-submission-session.json").toString(), "--submission"))
          .isZero();
      assertThat(out.toString()).contains("type-not-accepted", "bundle-type-not-accepted");
    }
  }

  @Nested
  class Folders {
    @Test
    void areSearchedInTheOrderOfNames() throws IOException {
      file("b/2.json", heartRate());
      file("b/1.json", "{}");
      file("a/3.xml", "<a/>");
      file("a/notes.txt", "none");
      file("a/.hidden/4.json", "{}");
      file(".5.json", "{}");
      assertThat(validate(folder.toString())).isEqualTo(1);
      assertThat(out.toString().lines().filter(line -> line.matches("(in)?valid .*")))
          .extracting(
              line -> line.replaceFirst("^(\\w+) .*[/\\\\](\\w)[/\\\\](\\w)\\..*", "$1 $2$3"))
          .containsExactly("invalid a3", "invalid b1", "valid b2");
    }

    @Test
    void ofManyFilesAreJudgedAlikeEveryTime() throws IOException {
      for (int i = 0; i < 60; i++) {
        file("%02d.json".formatted(i), i % 3 == 0 ? "{}" : heartRate());
      }
      assertThat(validate(folder.toString())).isEqualTo(1);
      assertThat(out.toString())
          .endsWith("40 valid, 20 invalid (20 problems)" + System.lineSeparator());
    }
  }

  @Nested
  class WhatIsUnusable {
    @Test
    void isAMissingFile() {
      assertThat(validate(folder.resolve("a.json").toString())).isEqualTo(2);
      assertThat(err.toString()).contains("no such file or folder");
      assertThat(out.toString()).isEmpty();
    }

    @Test
    void isAFileOfAnotherKind() throws IOException {
      assertThat(validate(file("a.csv", "a"))).isEqualTo(2);
      assertThat(err.toString()).contains(".json, .xml or .ndjson");
    }

    @Test
    void isAFolderWithoutFiles() {
      assertThat(validate(folder.toString())).isEqualTo(2);
    }

    @Test
    void isAnUnknownProfileOrForm() throws IOException {
      String file = file("a.json", heartRate());
      assertThat(validate(file, "--profile", "urn:none")).isEqualTo(2);
      assertThat(err.toString()).contains("no such profile");
      assertThat(validate(file, "--output", "html")).isEqualTo(2);
      assertThat(validate()).isEqualTo(2);
    }

    @Test
    void isAReportThatCannotBeWritten() throws IOException {
      String file = file("a.json", heartRate());
      assertThat(validate(file, "--to", folder.resolve("none/report.txt").toString())).isEqualTo(2);
    }
  }

  @Nested
  class TheReport {
    @Test
    void inJsonIsABundleOfOneOutcomeAFile() throws IOException {
      file("1.json", heartRate());
      file("2.json", heartRate().replace("\"value\": 72", "\"value\": 720"));
      assertThat(validate(folder.toString(), "--output", "json")).isEqualTo(1);
      JsonNode bundle = new ObjectMapper().readTree(out.toString());
      assertThat(bundle.at("/type").asText()).isEqualTo("collection");
      assertThat(bundle.at("/entry")).hasSize(2);
      assertThat(bundle.at("/entry/0/resource/issue/0/severity").asText()).isEqualTo("information");
      JsonNode invalid = bundle.at("/entry/1/resource");
      assertThat(invalid.at("/extension/0/valueString").asText()).endsWith("/2.json");
      assertThat(invalid.at("/issue/0/details/coding/0/code").asText()).isEqualTo("rule-violated");
      assertThat(invalid.at("/issue/0/details/coding/1/code").asText()).isEqualTo("krn-vit-1");
      assertThat(invalid.at("/issue/0/expression/0").asText()).isEqualTo("Observation.value");
      assertThat(invalid.at("/issue/0/extension/0/valueInteger").asInt()).isEqualTo(16);
      assertThat(out.toString()).doesNotContain("720");
    }

    @Test
    void forJunitHasASuiteAFolderAndACaseAFile() throws Exception {
      file("a/1.json", heartRate());
      file("a/2.json", heartRate().replace("\"value\": 72", "\"value\": 720"));
      file("b/<&\">.xml", "<a/>");
      Path report = folder.resolve("report.txt");
      assertThat(validate(folder.toString(), "--output", "junit", "--to", report.toString()))
          .isEqualTo(1);
      assertThat(out.toString().strip()).isEqualTo("1 valid, 2 invalid (2 problems)");
      Element root =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(
                  new ByteArrayInputStream(
                      Files.readString(report).getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement();
      assertThat(root.getTagName()).isEqualTo("testsuites");
      assertThat(root.getAttribute("tests")).isEqualTo("3");
      assertThat(root.getAttribute("failures")).isEqualTo("2");
      assertThat(root.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
      Element failure = (Element) root.getElementsByTagName("failure").item(0);
      assertThat(failure.getAttribute("type")).isEqualTo("rule-violated");
      assertThat(failure.getTextContent())
          .startsWith("16:3 rule-violated (krn-vit-1) Observation.value: A heart rate");
      assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("2.json");
    }

    @Test
    void goesToAFileAndTheNumbersAreStillPrinted() throws IOException {
      String file = file("a.json", heartRate());
      Path report = folder.resolve("report.txt");
      assertThat(validate(file, "--to", report.toString())).isZero();
      assertThat(out.toString().strip()).isEqualTo("1 valid, 0 invalid");
      assertThat(Files.readString(report)).startsWith("valid     ");
    }
  }

  @Nested
  class AProfile {
    @Test
    void isHeldAgainstBesidesByItsUrlOrItsId() throws IOException {
      String file = file("a.json", heartRate());
      for (String name : new String[] {PROFILE + "ketamine-body-weight", "ketamine-body-weight"}) {
        assertThat(validate(file, "--profile", name)).isEqualTo(1);
        assertThat(out.toString()).contains("value-not-as-profiled Observation.value.code");
      }
      assertThat(
              validate(
                  file,
                  "--profile",
                  "ketamine-heart-rate",
                  "--profile",
                  "http://hl7.org/fhir/StructureDefinition/heartrate"))
          .isZero();
    }

    @Test
    void leavesOtherTypesAloneButNotAll() throws IOException {
      file("a.json", heartRate());
      file("b.json", example("Patient-patient-gb-1"));
      assertThat(validate(folder.toString(), "--profile", "ketamine-patient")).isZero();
      assertThat(validate(folder.resolve("a.json").toString(), "--profile", "ketamine-patient"))
          .isEqualTo(2);
      assertThat(err.toString())
          .contains("ketamine-patient: a profile of Patient, and nothing here is one.");
    }
  }

  @Test
  void helpTellsWhatOnlyARegistryCanSay() {
    assertThat(validate("--help")).isZero();
    assertThat(out.toString()).contains("Only a registry can say", "Exit codes", "Examples");
    assertThat(out.toString())
        .contains("FILE|FOLDER|-", "--profile=URL|ID", "--submission", "NO_COLOR");
  }
}
