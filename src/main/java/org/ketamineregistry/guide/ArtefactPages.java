package org.ketamineregistry.guide;

import ca.uhn.fhir.context.FhirContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.ketamineregistry.guide.Page.Crumb;

/** The page of each artefact: what all have in common, around what is particular to its type. */
final class ArtefactPages {
  private final Catalogue catalogue;
  private final RecordTable table;
  private final IndicatorViews indicators;
  private final Map<Kind, ArtefactView> views = new EnumMap<>(Kind.class);

  ArtefactPages(Catalogue catalogue) {
    this.catalogue = catalogue;
    table = new RecordTable(catalogue.values(), catalogue.links());
    indicators = new IndicatorViews(catalogue);
    var terminology = new TerminologyViews(catalogue);
    var behaviour = new BehaviourViews(catalogue);
    var structure = new StructureView(catalogue);
    views.put(Kind.PROFILE, structure);
    views.put(Kind.EXTENSION, structure);
    views.put(Kind.MODEL, structure);
    views.put(Kind.CODE_SYSTEM, terminology::codeSystem);
    views.put(Kind.VALUE_SET, terminology::valueSet);
    views.put(Kind.CONCEPT_MAP, terminology::conceptMap);
    views.put(Kind.NAMING_SYSTEM, terminology::namingSystem);
    views.put(Kind.CAPABILITY, behaviour::capabilities);
    views.put(Kind.OPERATION, behaviour::operation);
    views.put(Kind.SEARCH_PARAMETER, behaviour::searchParameter);
    views.put(Kind.MEASURE, indicators::measure);
    views.put(Kind.LIBRARY, indicators::library);
    views.put(Kind.QUESTIONNAIRE, new QuestionnaireView(catalogue));
    views.put(Kind.RULE_SET, new RuleSetView(catalogue));
    views.put(Kind.EXAMPLE, this::content);
    views.put(Kind.OTHER, this::content);
    views.put(Kind.GUIDE, this::content);
  }

  Page page(Artefact artefact) {
    var html = new Html();
    head(artefact, html);
    prose(artefact.name() + "-intro", html);
    ArtefactView view = views.get(artefact.kind());
    if (view == null) {
      throw new IllegalStateException("No view of " + artefact.kind());
    }
    view.write(artefact, html);
    prose(artefact.name() + "-notes", html);
    users(artefact, html);
    Kind kind = artefact.kind();
    return new Page(
        artefact.page(),
        artefact.title(),
        single(artefact),
        List.of(
            new Crumb("index.html", "Home"),
            new Crumb("artifacts.html", "Artifacts"),
            new Crumb("artifacts.html#" + kind.anchor(), kind.title())),
        html,
        words(artefact));
  }

  private void head(Artefact artefact, Html html) {
    html.open("p", "class", "chips").element("span", single(artefact), "class", "chip");
    if (artefact.resource() instanceof MetadataResource definition) {
      html.element("span", definition.getStatus().toCode(), "class", "chip quiet");
      if (definition.hasVersion()) {
        html.element("span", "version " + definition.getVersion(), "class", "chip quiet");
      }
      if (definition.getExperimental()) {
        html.element("span", "experimental", "class", "chip quiet");
      }
    }
    artefact.requirements().forEach(id -> catalogue.requirement(html, id));
    html.close("p");
    html.open("div", "class", "lead")
        .raw(catalogue.markdown().text(artefact.description()))
        .close("div");
    if (!artefact.purpose().isBlank()) {
      html.open("p", "class", "purpose").element("strong", "Purpose ");
      html.raw(catalogue.markdown().line(artefact.purpose())).close("p");
    }
    html.open("dl", "class", "facts");
    artefact
        .url()
        .ifPresent(
            url -> html.element("dt", "Canonical").open("dd").raw(Values.code(url)).close("dd"));
    if (artefact.resource() instanceof StructureDefinition structure) {
      html.element("dt", "Based on").open("dd");
      html.raw(catalogue.values().named(structure.getBaseDefinition())).close("dd");
      contexts(structure, html);
    }
    List<CanonicalType> profiles = artefact.resource().getMeta().getProfile();
    if (!profiles.isEmpty()) {
      html.element("dt", "Conforms to").open("dd");
      html.raw(
              profiles.stream()
                  .map(profile -> catalogue.values().named(profile.getValue()))
                  .collect(Collectors.joining(", ")))
          .close("dd");
    }
    html.element("dt", "Download").open("dd");
    html.open("a", "href", artefact.name() + ".json", "download", artefact.name() + ".json");
    html.text("JSON").close("a").text(" · ");
    html.open("a", "href", artefact.name() + ".xml", "download", artefact.name() + ".xml");
    html.text("XML").close("a").close("dd");
    if (artefact.resource() instanceof MetadataResource definition) {
      String copyright =
          definition.getNamedProperty("copyright") == null
              ? ""
              : definition.getNamedProperty("copyright").getValues().stream()
                  .map(value -> catalogue.markdown().text(value.primitiveValue()))
                  .collect(Collectors.joining());
      if (!copyright.isEmpty()) {
        html.element("dt", "Copyright").open("dd").raw(copyright).close("dd");
      }
    }
    html.close("dl");
  }

  private void contexts(StructureDefinition structure, Html html) {
    if (structure.hasContext()) {
      html.element("dt", "Used on").open("dd");
      html.raw(
              structure.getContext().stream()
                  .map(context -> Values.code(context.getExpression()))
                  .collect(Collectors.joining(", ")))
          .close("dd");
    }
  }

  /** A page of the guide that belongs to an artefact, as the standard IG Publisher has them. */
  private void prose(String name, Html html) {
    String text = catalogue.source().pages().get(name);
    if (text != null) {
      html.add(catalogue.markdown().page(text));
    }
  }

  private void users(Artefact artefact, Html html) {
    List<Artefact> users =
        catalogue
            .users(artefact)
            .filter(user -> artefact.kind() == Kind.EXAMPLE || user.kind() != Kind.EXAMPLE)
            .toList();
    if (users.isEmpty()) {
      return;
    }
    html.heading(2, "used-by", "Used by").open("ul", "class", "columns");
    users.forEach(
        user ->
            html.open("li")
                .link(user.page(), user.title())
                .element("span", " " + single(user), "class", "faint small")
                .close("li"));
    html.close("ul");
  }

  /** A table to read, and the text in both formats. */
  private void content(Artefact artefact, Html html) {
    if (artefact.resource() instanceof DocumentReference document) {
      document
          .getContent()
          .forEach(
              content -> {
                Attachment attachment = content.getAttachment();
                indicators.content(html, attachment);
              });
    }
    html.heading(2, "content", "Content");
    html.open("div", "class", "tabs");
    html.open("section", "class", "panel", "id", "as-table", "data-tab", "Table");
    html.element("h3", "Table", "class", "panel-title");
    table.write(html, artefact.title(), artefact.resource());
    html.close("section");
    source(html, "json", "JSON", artefact.json());
    source(html, "xml", "XML", xml(artefact));
    html.close("div");
  }

  private void source(Html html, String language, String title, String text) {
    html.open("section", "class", "panel", "id", "as-" + language, "data-tab", title);
    html.element("h3", title, "class", "panel-title");
    html.raw(SourceText.block(text, language, catalogue.links()::toString)).close("section");
  }

  /** The artefact in FHIR's XML. */
  static String xml(Artefact artefact) {
    return FhirContext.forR4Cached()
        .newXmlParser()
        .setPrettyPrint(true)
        .encodeResourceToString(artefact.resource());
  }

  /** What an artefact is, in a word or two. */
  static String single(Artefact artefact) {
    return switch (artefact.kind()) {
      case PROFILE -> "Profile on " + ((StructureDefinition) artefact.resource()).getType();
      case EXTENSION -> "Extension";
      case EXAMPLE -> "Example of " + artefact.type();
      case RULE_SET -> "Practice rule set";
      default -> Values.sentence(artefact.type());
    };
  }

  /** What a search finds it by: its ids and codes, and the elements that a profile speaks of. */
  private String words(Artefact artefact) {
    var words = new TreeSet<String>();
    words.add(artefact.id());
    artefact.requirements().forEach(words::add);
    if (artefact.resource() instanceof StructureDefinition structure) {
      structure.getDifferential().getElement().stream()
          .map(element -> element.getPath())
          .forEach(words::add);
      structure.getSnapshot().getElement().stream()
          .flatMap(element -> element.getConstraint().stream())
          .filter(Catalogue::isOwn)
          .forEach(rule -> words.add(rule.getKey()));
    } else if (artefact.resource() instanceof CodeSystem system) {
      system.getConcept().forEach(code -> words.add(code.getCode() + " " + code.getDisplay()));
    } else if (artefact.resource() instanceof ValueSet set) {
      set.getCompose()
          .getInclude()
          .forEach(
              include ->
                  include
                      .getConcept()
                      .forEach(
                          code ->
                              words.add(
                                  code.getCode()
                                      + " "
                                      + (code.hasDisplay()
                                          ? code.getDisplay()
                                          : catalogue
                                              .terms()
                                              .display(include.getSystem(), code.getCode())
                                              .orElse("")))));
    }
    return catalogue.markdown().plain(artefact.description()) + " " + String.join(" ", words);
  }
}
