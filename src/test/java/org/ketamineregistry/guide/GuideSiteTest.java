package org.ketamineregistry.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The rendered site: nothing leads nowhere, nothing is missing, everything can be taken away. */
class GuideSiteTest {
  private static final Path PACKAGE = Path.of("profiles/package");
  private static final Path SITE = RenderedGuide.folder();
  private static final Map<String, SitePage> PAGES = SitePage.all(SITE);
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  @Test
  void noLinkAndNoImageLeadsNowhere() {
    Map<String, Set<String>> anchors = new HashMap<>();
    PAGES.forEach((name, page) -> anchors.put(name, page.ids().collect(Collectors.toSet())));
    Set<String> broken = new TreeSet<>();
    PAGES.forEach(
        (name, page) ->
            page.targets()
                .filter(target -> !leadsSomewhere(name, target, anchors))
                .forEach(target -> broken.add(name + " -> " + target)));
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(
      String page, String target, Map<String, Set<String>> anchors) {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    String file = path.isEmpty() ? page : URLDecoder.decode(path, StandardCharsets.UTF_8);
    if (file.startsWith("/") || !Files.isRegularFile(SITE.resolve(file))) {
      return false;
    }
    String anchor =
        hash < 0 ? "" : URLDecoder.decode(target.substring(hash + 1), StandardCharsets.UTF_8);
    return anchor.isEmpty() || anchors.getOrDefault(file, Set.of()).contains(anchor);
  }

  @Test
  void anAnchorIsThereOnce() {
    PAGES.forEach((name, page) -> assertThat(page.ids()).as(name).doesNotHaveDuplicates());
  }

  /** The policy that the server sends allows neither inline scripts nor inline styles. */
  @Test
  void noPageHasAnInlineScriptOrStyle() {
    PAGES.forEach(
        (name, page) -> {
          assertThat(page.values("style")).as(name).isEmpty();
          assertThat(page.named("style")).as(name).isEmpty();
          assertThat(page.named("script"))
              .as(name)
              .allSatisfy(
                  script -> {
                    assertThat(script.getAttribute("src")).startsWith("assets/");
                    assertThat(script.getTextContent()).isEmpty();
                  });
          assertThat(page.elements()).as(name).noneMatch(GuideSiteTest::listensByAttribute);
        });
  }

  private static boolean listensByAttribute(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.item(i).getNodeName().toLowerCase(java.util.Locale.ROOT).startsWith("on")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyPageCanBeReadWithoutSight() {
    PAGES.forEach(
        (name, page) -> {
          assertThat(page.named("h1")).as(name).hasSize(1);
          assertThat(page.named("main")).as(name).hasSize(1);
          assertThat(page.named("html")).as(name).allMatch(html -> html.hasAttribute("lang"));
          assertThat(page.named("img")).as(name).allMatch(image -> image.hasAttribute("alt"));
          assertThat(page.named("th")).as(name).allMatch(header -> header.hasAttribute("scope"));
          assertThat(headingLevels(page)).as(name).isSubsetOf(1, 2, 3, 4);
        });
  }

  private static List<Integer> headingLevels(SitePage page) {
    List<Integer> levels = new ArrayList<>();
    int last = 0;
    for (Element element : page.elements()) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        // A level that is left out would leave a gap in the outline: it counts as wrong.
        levels.add(level > last + 1 ? 9 : level);
        last = level;
      }
    }
    return levels;
  }

  @Test
  void everyPageOfTheGuideIsThere() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("implementation-guide/input/pagecontent"))) {
      assertThat(PAGES.keySet())
          .containsAll(
              sources
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.matches("[a-z].*\\.md"))
                  .map(name -> name.replace(".md", ".html"))
                  .toList());
    }
  }

  @Test
  void everyArtefactHasAPageAndStandsInTheIndex() throws IOException {
    Set<String> targets = page("artifacts.html").targets().collect(Collectors.toSet());
    for (String name : artefacts().keySet()) {
      assertThat(PAGES).containsKey(name + ".html");
      assertThat(targets).contains(name + ".html");
      assertThat(page(name + ".html").targets())
          .contains(name + ".json", name + ".xml", "index.html");
    }
  }

  @Test
  void everyProfileHasItsTrees() throws IOException {
    for (String name : artefacts().keySet()) {
      if (name.startsWith("StructureDefinition-")) {
        SitePage page = page(name + ".html");
        assertThat(page.ids()).contains("differential", "snapshot", "must-support", "details");
        assertThat(page.named("table").filter(t -> t.getAttribute("class").equals("tree")))
            .hasSize(TreeTables.View.values().length)
            .allSatisfy(
                tree -> assertThat(tree.getElementsByTagName("tr").getLength()).isPositive());
      }
    }
  }

  @Test
  void jsonAndXmlSayTheSame() throws IOException {
    for (Map.Entry<String, Path> artefact : artefacts().entrySet()) {
      String original = Files.readString(artefact.getValue());
      assertThat(Files.readString(SITE.resolve(artefact.getKey() + ".json"))).isEqualTo(original);
      IBaseResource fromXml =
          FHIR.newXmlParser()
              .parseResource(Files.readString(SITE.resolve(artefact.getKey() + ".xml")));
      IBaseResource fromJson = FHIR.newJsonParser().parseResource(original);
      assertThat(((Resource) fromXml).equalsDeep((Resource) fromJson))
          .as(artefact.getKey())
          .isTrue();
    }
  }

  @Test
  void theSearchKnowsEveryArtefact() throws IOException {
    String script = Files.readString(SITE.resolve("assets/search-index.js"));
    JsonNode index =
        new ObjectMapper()
            .readTree(script.substring(script.indexOf('['), script.lastIndexOf(']') + 1));
    Set<String> targets = new HashSet<>();
    index.forEach(entry -> targets.add(entry.get("u").asText()));
    for (String name : artefacts().keySet()) {
      assertThat(targets).contains(name + ".html");
    }
    assertThat(targets).contains("index.html", "downloads.html");
  }

  @Test
  void thePackageInstalls() throws IOException {
    NpmPackage installed =
        NpmPackage.fromPackage(
            new ByteArrayInputStream(Files.readAllBytes(SITE.resolve("package.tgz"))));
    JsonNode said = new ObjectMapper().readTree(PACKAGE.resolve("package.json").toFile());
    assertThat(installed.name()).isEqualTo(said.get("name").asText());
    assertThat(installed.version()).isEqualTo(said.get("version").asText());
    assertThat(installed.fhirVersion()).isEqualTo("4.0.1");
    Set<String> definitions = new TreeSet<>();
    Set<String> examples = new TreeSet<>();
    artefacts()
        .forEach(
            (name, file) ->
                (PACKAGE.equals(file.getParent()) ? definitions : examples).add(name + ".json"));
    assertThat(installed.listResources(installed.getTypes().keySet()))
        .containsExactlyInAnyOrderElementsOf(definitions);
    assertThat(installed.list("example")).containsAll(examples);
    for (String definition : definitions) {
      String text =
          new String(installed.load("package", definition).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(Files.readString(PACKAGE.resolve(definition)));
    }
  }

  @Test
  void theExamplesCanBeTakenAway() throws IOException {
    Map<String, byte[]> files = unzipped("examples.zip");
    Set<String> names = new TreeSet<>();
    artefacts()
        .forEach(
            (name, file) -> {
              if (!PACKAGE.equals(file.getParent())) {
                names.add("json/" + name + ".json");
                names.add("xml/" + name + ".xml");
              }
            });
    assertThat(files.keySet()).isEqualTo(names);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey().replaceFirst("^\\w+/", "");
      assertThat(file.getValue()).isEqualTo(Files.readAllBytes(SITE.resolve(name)));
    }
  }

  @Test
  void theInvalidExamplesCanBeTakenAway() throws IOException {
    JsonNode expected =
        new ObjectMapper().readTree(Path.of("implementation-guide/invalid/expected.json").toFile());
    Map<String, byte[]> files = unzipped("invalid-examples.zip");
    Set<String> names = new TreeSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    names.add("expected.json");
    assertThat(files.keySet()).isEqualTo(names);
    for (String name : names) {
      assertThat(Files.readAllBytes(SITE.resolve("invalid").resolve(name)))
          .isEqualTo(files.get(name));
    }
  }

  /**
   * The schemas are whole, and the examples pass them; but for those that have a
   * MedicationStatement, whose status HL7's schema for R4 confuses with that of a Medication.
   */
  @Test
  void theSchemasTakeTheExamples() throws IOException, SAXException {
    Map<String, byte[]> schemas = unzipped("schemas.zip");
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Path folder = Files.createDirectories(Path.of("target/schemas"));
    for (Map.Entry<String, byte[]> schema : schemas.entrySet()) {
      Files.write(folder.resolve(schema.getKey()), schema.getValue());
    }
    Schema schema = factory.newSchema(folder.resolve("fhir-single.xsd").toFile());
    for (Map.Entry<String, byte[]> example : unzipped("examples.zip").entrySet()) {
      String text = new String(example.getValue(), StandardCharsets.UTF_8);
      if (example.getKey().endsWith(".xml") && !text.contains("<MedicationStatement")) {
        schema.newValidator().validate(new StreamSource(new StringReader(text), example.getKey()));
      }
    }
  }

  /** The server serves what the list names and nothing else, so the list must be whole. */
  @Test
  void theListOfFilesIsWhole() throws IOException {
    Set<String> listed =
        Files.readAllLines(SITE.resolve(Site.LIST)).stream()
            .map(line -> line.split(" ", 2)[1])
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> tree = Files.walk(SITE)) {
      assertThat(
              tree.filter(Files::isRegularFile)
                  .map(file -> SITE.relativize(file).toString().replace('\\', '/'))
                  .filter(name -> !name.equals(Site.LIST)))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  private static SitePage page(String file) {
    return Optional.ofNullable(PAGES.get(file))
        .orElseThrow(() -> new AssertionError("The site has no page " + file));
  }

  private static Map<String, Path> artefacts() throws IOException {
    try (Stream<Path> tree = Files.walk(PACKAGE)) {
      return tree.filter(file -> file.getFileName().toString().matches("[A-Z]\\w+-.+\\.json"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replaceFirst("\\.json$", ""),
                  file -> file,
                  (one, two) -> one,
                  TreeMap::new));
    }
  }

  private static Map<String, byte[]> unzipped(String archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var zip = new ZipInputStream(Files.newInputStream(SITE.resolve(archive)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
