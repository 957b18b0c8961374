package org.ketamineregistry.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The information sheet is what its documents say that it is (R6). */
class InformationSheetTest {
  private static final Path INPUT = Path.of("implementation-guide/input");
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final String SHEET = Canonical.BASE + "/Library/patient-information-sheet";

  static List<DocumentReference> versions() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("DocumentReference-"))
          .sorted()
          .map(InformationSheetTest::read)
          .toList();
    }
  }

  private static DocumentReference read(Path file) {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .parseResource(DocumentReference.class, new String(bytes(file), StandardCharsets.UTF_8));
  }

  /** Whoever changes the text raises the version, or sees here what it weighs now. */
  @ParameterizedTest
  @MethodSource("versions")
  void hasTheSizeAndTheHashOfItsText(DocumentReference document) {
    Attachment text = document.getContentFirstRep().getAttachment();
    byte[] content = bytes(file(text));
    assertThat(text.getSize()).isEqualTo(content.length);
    assertThat(Base64.getEncoder().encodeToString(text.getHash())).isEqualTo(hash(content));
    assertThat(new String(content, StandardCharsets.UTF_8))
        .contains("version " + version(document));
  }

  @Test
  void isCurrentInOneVersionThatTheLibraryShows() throws IOException {
    List<DocumentReference> current =
        versions().stream()
            .filter(document -> document.getStatus() == DocumentReferenceStatus.CURRENT)
            .toList();
    assertThat(current).hasSize(1);
    Library library =
        GuideDefinitions.get().guide().of(Library.class).stream()
            .filter(one -> one.getUrl().equals(SHEET))
            .findFirst()
            .orElseThrow();
    assertThat(version(current.get(0))).isEqualTo(library.getVersion());
    Attachment text = current.get(0).getContentFirstRep().getAttachment();
    assertThat(library.getContent())
        .filteredOn(content -> content.getContentType().equals(text.getContentType()))
        .singleElement()
        .satisfies(
            content -> {
              assertThat(content.getUrl()).isEqualTo(text.getUrl());
              assertThat(content.getSize()).isEqualTo(text.getSize());
              assertThat(content.getHash()).isEqualTo(text.getHash());
            });
  }

  @Test
  void replacesAVersionThatIsKept() throws IOException {
    List<DocumentReference> versions = versions();
    assertThat(versions)
        .filteredOn(DocumentReference::hasRelatesTo)
        .isNotEmpty()
        .allSatisfy(
            document -> {
              String replaced = document.getRelatesToFirstRep().getTarget().getReference();
              assertThat(versions)
                  .filteredOn(one -> replaced.equals("DocumentReference/" + one.getIdPart()))
                  .singleElement()
                  .extracting(DocumentReference::getStatus)
                  .isEqualTo(DocumentReferenceStatus.SUPERSEDED);
            });
  }

  private static String version(DocumentReference document) {
    String master = document.getMasterIdentifier().getValue();
    assertThat(master).startsWith(SHEET + "|");
    return master.substring(SHEET.length() + 1);
  }

  /** Where a text of the guide lies in its source: a page, or a file that is published as it is. */
  private static Path file(Attachment text) {
    String name = text.getUrl().substring(Canonical.BASE.length() + 1);
    Optional<Path> found =
        Stream.of("pagecontent", "images")
            .map(folder -> INPUT.resolve(folder).resolve(name))
            .filter(Files::exists)
            .findFirst();
    assertThat(found).as(name).isPresent();
    return found.get();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** FHIR's Attachment.hash is SHA-1. */
  private static String hash(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
